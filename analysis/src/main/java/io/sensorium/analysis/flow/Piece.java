package io.sensorium.analysis.flow;

import io.sensorium.core.geo.LatLon;

/**
 * One span of a user's time, in micros since 1970.
 *
 * <p>Pieces of a user follow each other and never overlap. Neighbours share the instant between
 * them unless nothing is known of the time between.
 */
public sealed interface Piece {

  long startMicros();

  long endMicros();

  /**
   * The user stayed at one place.
   *
   * @param startMicros the first fix at the place
   * @param endMicros the last fix at the place, or an estimate when the phone was silent
   * @param radiusMeters holds nine fixes of ten
   * @param fixCount how many fixes tell of the stay; counted up to {@value #MAX_FIX_COUNT}
   */
  record Stay(long startMicros, long endMicros, LatLon center, double radiusMeters, int fixCount)
      implements Piece {

    public static final int MAX_FIX_COUNT = 1_000;

    public Stay {
      checkOrder(startMicros, endMicros);
      if (!(radiusMeters >= 0) || fixCount < 1) {
        throw new IllegalArgumentException("a stay has a radius and at least one fix");
      }
    }
  }

  /** The user was on the way. */
  record Trip(long startMicros, long endMicros) implements Piece {

    public Trip {
      checkOrder(startMicros, endMicros);
    }
  }

  /** Nothing is known: the phone was silent for long and came back elsewhere. */
  record Gap(long startMicros, long endMicros) implements Piece {

    public Gap {
      checkOrder(startMicros, endMicros);
    }
  }

  private static void checkOrder(long startMicros, long endMicros) {
    if (endMicros < startMicros) {
      throw new IllegalArgumentException("piece ends before it starts: " + startMicros);
    }
  }
}
