package io.sensorium.analysis.flow;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;

/** When the phone's own recogniser took its owner to be moving, and by what, of late. Mutable. */
final class MotionRuns {
  /*
   * Only changes are kept, since some phones report each minute and some only when something
   * changes. Fixes decide what is forgotten, so that what was recognised in a silence and before it is
   * known when the silence ends, and a sample that comes late is forgotten to the last bit.
   */

  private static final int MOST_CHANGES = 64;
  static final int MAX_SAVED_BYTES = 1 + MOST_CHANGES * 9;

  /** Says that there is no such instant. */
  static final long NONE = Long.MIN_VALUE;

  private static final Ridden[] RIDDEN = Ridden.values();
  private static final byte STILL = -1;

  /** A walk of which nothing more is known: it may go on. */
  private static final byte DOUBT = -2;

  private static final double LEAST_CONFIDENCE_RATIO = 0.5;
  private static final double CERTAIN_RATIO = 1;
  private static final long LEAST_RIDE_MICROS = Micros.PER_MINUTE;

  /** A halt as short as that does not end a run. */
  private static final long BRIEF_MICROS = 90 * Micros.PER_SECOND;

  private final long[] timeMicros = new long[MOST_CHANGES];

  /** What began then: the number of what was ridden, or that no motion is known. */
  private final byte[] kind = new byte[MOST_CHANGES];

  private int size;

  /** Samples come in order of time. */
  void add(ActivitySample sample) {
    boolean unknown = sample.type() == ActivityType.UNKNOWN;
    if (unknown && sample.confidenceRatio() < CERTAIN_RATIO) {
      doubt(sample);
    } else if (sample.confidenceRatio() >= LEAST_CONFIDENCE_RATIO) {
      addSure(sample);
    }
  }

  /** Only walks: what is ridden is often not recognised for minutes. */
  private void doubt(ActivitySample sample) {
    if (size > 0 && kind[size - 1] == Ridden.FEET.ordinal()) {
      add(sample, DOUBT);
    }
  }

  private void addSure(ActivitySample sample) {
    switch (sample.type()) {
      case WALKING, RUNNING, ON_FOOT -> add(sample, (byte) Ridden.FEET.ordinal());
      case ON_BICYCLE -> add(sample, (byte) Ridden.BICYCLE.ordinal());
      case IN_VEHICLE -> add(sample, (byte) Ridden.VEHICLE.ordinal());
      case STILL, UNKNOWN -> add(sample, STILL); // certainly unknown: nothing is known any more
      case TILTING -> {}
    }
  }

  private void add(ActivitySample sample, byte newKind) {
    if (size > 0 && kind[size - 1] == newKind) {
      return;
    }
    if (size == MOST_CHANGES) {
      forget(1);
    }
    timeMicros[size] = Micros.of(sample.time());
    kind[size++] = newKind;
  }

  /** Forgets all changes but the one in force at an instant, and those behind it. */
  void forgetBefore(long micros) {
    int old = 0;
    while (old + 1 < size && timeMicros[old + 1] < micros) {
      old++;
    }
    if (old > 0) {
      forget(old);
    }
  }

  private void forget(int oldest) {
    size -= oldest;
    System.arraycopy(timeMicros, oldest, timeMicros, 0, size);
    System.arraycopy(kind, oldest, kind, 0, size);
  }

  /**
   * When the run of motion began that was under way at an instant; {@link #NONE} when the phone was
   * still then, when the run began before {@code earliestMicros}, or nothing is known. A run that
   * brief halts interrupt begins as early as that allows.
   */
  long movingSinceMicros(long atMicros, long earliestMicros) {
    int change = changeAt(atMicros);
    if (change > 0 && kind[change] == STILL && atMicros - timeMicros[change] < BRIEF_MICROS) {
      change--;
    }
    long sinceMicros = NONE;
    while (change >= 0 && kind[change] != STILL) {
      while (change > 0 && kind[change - 1] != STILL) {
        change--;
      }
      if (timeMicros[change] < earliestMicros) {
        break;
      }
      sinceMicros = timeMicros[change];
      change -= isBriefHalt(change - 1) ? 2 : 1;
    }
    return sinceMicros;
  }

  /**
   * When the run of motion ended that was under way at an instant; {@link #NONE} when the phone was
   * still then, when the run has not ended yet, or nothing is known.
   */
  long movingUntilMicros(long atMicros) {
    int change = motionAt(atMicros);
    if (change < 0) {
      return NONE;
    }
    int end = change + 1;
    while (end < size && (kind[end] != STILL || isBriefHalt(end))) {
      end++;
    }
    return end < size ? timeMicros[end] : NONE;
  }

  /**
   * When somebody came to rest who was moving at an instant and is no longer: where the phone took
   * them to be still, or knew no more of their walk, unless that was brief; if that was after
   * {@code latestMicros}, the last brief halt before it. {@link #NONE} when there is no such halt.
   */
  long restMicros(long atMicros, long latestMicros) {
    if (movingUntilMicros(atMicros) == NONE) {
      return NONE;
    }
    long restMicros = NONE;
    int end = motionAt(atMicros) + 1;
    while (end < size && timeMicros[end] <= latestMicros) {
      if (!isMotion(end)) {
        restMicros = timeMicros[end];
        if (!isMovingSoonAfter(end)) {
          break;
        }
      }
      end++;
    }
    return restMicros;
  }

  /** The motion that was under way at an instant, or goes on soon after it; -1 when none was. */
  private int motionAt(long atMicros) {
    int change = changeAt(atMicros);
    boolean halts = change >= 0 && kind[change] == STILL;
    if (!halts) {
      return change;
    }
    return isBriefHalt(change) ? change + 1 : -1;
  }

  private boolean isMotion(int change) {
    return kind[change] >= 0;
  }

  private boolean isMovingSoonAfter(int change) {
    int next = change + 1;
    while (next < size && !isMotion(next)) {
      next++;
    }
    return next < size && timeMicros[next] - timeMicros[change] < BRIEF_MICROS;
  }

  /**
   * When the last walk began that ended at an instant or before it, though not before {@code
   * endedAfterMicros}; {@link #NONE} when there was none, or it began before {@code
   * earliestMicros}.
   */
  long walkBeforeMicros(long atMicros, long endedAfterMicros, long earliestMicros) {
    for (int change = changeAt(atMicros); change >= 0; change--) {
      long end = change + 1 < size ? Math.min(timeMicros[change + 1], atMicros) : atMicros;
      if (end < endedAfterMicros) {
        return NONE;
      }
      if (isWalk(change)) {
        return movingSinceMicros(timeMicros[change], earliestMicros);
      }
    }
    return NONE;
  }

  private boolean isWalk(int change) {
    return kind[change] == Ridden.FEET.ordinal() || kind[change] == DOUBT;
  }

  /** Whether somebody moved again soon after a halt, as they had before it. */
  private boolean isBriefHalt(int change) {
    return change > 0
        && change + 1 < size
        && timeMicros[change + 1] - timeMicros[change] < BRIEF_MICROS;
  }

  /** For how long the phone took its owner to be moving in a period. */
  long movingMicros(long fromMicros, long toMicros) {
    long sum = 0;
    for (int change = Math.max(0, changeAt(fromMicros)); change < size; change++) {
      if (kind[change] != STILL) {
        sum += sharedMicros(change, fromMicros, toMicros);
      }
    }
    return sum;
  }

  private long sharedMicros(int change, long fromMicros, long toMicros) {
    long end = change + 1 < size ? timeMicros[change + 1] : toMicros;
    return Math.max(0, Math.min(end, toMicros) - Math.max(fromMicros, timeMicros[change]));
  }

  /** What was ridden in a period; feet when nothing else was for a minute. */
  Ridden ridden(long fromMicros, long toMicros) {
    var micros = new long[RIDDEN.length];
    for (int change = Math.max(0, changeAt(fromMicros)); change < size; change++) {
      if (kind[change] != STILL) {
        int ridden = isWalk(change) ? Ridden.FEET.ordinal() : kind[change];
        micros[ridden] += sharedMicros(change, fromMicros, toMicros);
      }
    }
    long vehicle = micros[Ridden.VEHICLE.ordinal()];
    long bicycle = micros[Ridden.BICYCLE.ordinal()];
    if (Math.max(vehicle, bicycle) >= LEAST_RIDE_MICROS) {
      return vehicle >= bicycle ? Ridden.VEHICLE : Ridden.BICYCLE;
    }
    return micros[Ridden.FEET.ordinal()] > 0 ? Ridden.FEET : Ridden.UNKNOWN;
  }

  /** The change in force at an instant; -1 before the first. */
  private int changeAt(long atMicros) {
    int change = size - 1;
    while (change >= 0 && timeMicros[change] > atMicros) {
      change--;
    }
    return change;
  }

  void save(ByteBuffer out) {
    out.put((byte) size);
    for (int i = 0; i < size; i++) {
      out.putLong(timeMicros[i]).put(kind[i]);
    }
  }

  void restore(ByteBuffer in) {
    size = in.get();
    for (int i = 0; i < size; i++) {
      timeMicros[i] = in.getLong();
      kind[i] = in.get();
    }
  }
}
