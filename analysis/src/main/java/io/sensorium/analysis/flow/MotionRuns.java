package io.sensorium.analysis.flow;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;

/** When the phone's own recogniser took its owner to be moving, and by what, of late. Mutable. */
final class MotionRuns {
  /*
   * Only changes are kept, since some phones report each minute and some only when something
   * changes. What is an hour older than the newest change is forgotten, so that a sample that comes
   * late is forgotten to the last bit.
   */

  private static final int MOST_CHANGES = 48;
  static final int MAX_SAVED_BYTES = 1 + MOST_CHANGES * 9;

  /** Says that there is no such instant. */
  static final long NONE = Long.MIN_VALUE;

  private static final Ridden[] RIDDEN = Ridden.values();
  private static final byte STILL = -1;
  private static final long REMEMBERED_MICROS = Micros.PER_HOUR;
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
    if (sample.confidenceRatio() < LEAST_CONFIDENCE_RATIO) {
      return;
    }
    switch (sample.type()) {
      case WALKING, RUNNING, ON_FOOT -> add(sample, (byte) Ridden.FEET.ordinal());
      case ON_BICYCLE -> add(sample, (byte) Ridden.BICYCLE.ordinal());
      case IN_VEHICLE -> add(sample, (byte) Ridden.VEHICLE.ordinal());
      case STILL -> add(sample, STILL);
      case UNKNOWN -> {
        if (sample.confidenceRatio() == CERTAIN_RATIO) {
          add(sample, STILL); // nothing is known any more
        }
      }
      case TILTING -> {}
    }
  }

  private void add(ActivitySample sample, byte newKind) {
    if (size > 0 && kind[size - 1] == newKind) {
      return;
    }
    long atMicros = Micros.of(sample.time());
    int old = size == MOST_CHANGES ? 1 : 0;
    while (old + 1 < size && timeMicros[old + 1] < atMicros - REMEMBERED_MICROS) {
      old++;
    }
    size -= old;
    System.arraycopy(timeMicros, old, timeMicros, 0, size);
    System.arraycopy(kind, old, kind, 0, size);
    timeMicros[size] = atMicros;
    kind[size++] = newKind;
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
    int change = changeAt(atMicros);
    if (change < 0 || kind[change] == STILL) {
      return NONE;
    }
    int end = change + 1;
    while (end < size && (kind[end] != STILL || isBriefHalt(end))) {
      end++;
    }
    return end < size ? timeMicros[end] : NONE;
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
      if (kind[change] == Ridden.FEET.ordinal()) {
        return movingSinceMicros(timeMicros[change], earliestMicros);
      }
    }
    return NONE;
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
        micros[kind[change]] += sharedMicros(change, fromMicros, toMicros);
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
