package io.sensorium.analysis.flow;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;

/**
 * When the phone's own recogniser took its owner to be moving and when to be still, of late.
 * Mutable.
 */
final class MotionRuns {
  /*
   * Only changes are kept, since some phones report each minute and some only when something
   * changes. What is an hour older than the newest change is forgotten, so that a sample that comes
   * late is forgotten to the last bit.
   */

  private static final int MOST_CHANGES = 24;
  static final int MAX_SAVED_BYTES = 1 + MOST_CHANGES * 9;

  /** Says that there is no such instant. */
  static final long NONE = Long.MIN_VALUE;

  private static final long REMEMBERED_MICROS = Micros.PER_HOUR;
  private static final double LEAST_CONFIDENCE_RATIO = 0.5;

  /** A halt as short as that does not end a run, nor does a move as short end a rest. */
  private static final long BRIEF_MICROS = 90 * Micros.PER_SECOND;

  private final long[] timeMicros = new long[MOST_CHANGES];
  private final boolean[] moving = new boolean[MOST_CHANGES];
  private int size;

  /** Samples come in order of time. */
  void add(ActivitySample sample) {
    if (sample.confidenceRatio() < LEAST_CONFIDENCE_RATIO) {
      return;
    }
    switch (sample.type()) {
      case WALKING, RUNNING, ON_FOOT, ON_BICYCLE, IN_VEHICLE -> add(Micros.of(sample.time()), true);
      case STILL -> add(Micros.of(sample.time()), false);
      case UNKNOWN, TILTING -> {}
    }
  }

  private void add(long atMicros, boolean isMoving) {
    if (size > 0 && moving[size - 1] == isMoving) {
      return;
    }
    int old = size == MOST_CHANGES ? 1 : 0;
    while (old + 1 < size && timeMicros[old + 1] < atMicros - REMEMBERED_MICROS) {
      old++;
    }
    size -= old;
    System.arraycopy(timeMicros, old, timeMicros, 0, size);
    System.arraycopy(moving, old, moving, 0, size);
    timeMicros[size] = atMicros;
    moving[size++] = isMoving;
  }

  /**
   * When the run of motion began that was under way at an instant; {@link #NONE} when the phone was
   * still then, or nothing is known.
   */
  long movingSinceMicros(long atMicros) {
    int run = changeAt(atMicros);
    if (run > 0 && !moving[run] && atMicros - timeMicros[run] < BRIEF_MICROS) {
      run--;
    }
    if (run < 0 || !moving[run]) {
      return NONE;
    }
    while (run >= 2 && timeMicros[run] - timeMicros[run - 1] < BRIEF_MICROS) {
      run -= 2;
    }
    return timeMicros[run];
  }

  /**
   * When the run of motion ended that was under way at an instant; {@link #NONE} when the phone was
   * still then, when the run has not ended yet, or nothing is known.
   */
  long movingUntilMicros(long atMicros) {
    int run = changeAt(atMicros);
    if (run < 0 || !moving[run]) {
      return NONE;
    }
    int end = run + 1;
    while (end + 1 < size && timeMicros[end + 1] - timeMicros[end] < BRIEF_MICROS) {
      end += 2;
    }
    return end < size ? timeMicros[end] : NONE;
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
      out.putLong(timeMicros[i]).put((byte) (moving[i] ? 1 : 0));
    }
  }

  void restore(ByteBuffer in) {
    size = in.get();
    for (int i = 0; i < size; i++) {
      timeMicros[i] = in.getLong();
      moving[i] = in.get() != 0;
    }
  }
}
