package io.sensorium.core.driving;

import org.jspecify.annotations.Nullable;

/**
 * Scores of all car transports of a period.
 *
 * @param handheldCallingSeconds how long the person called with the phone in the hand, in all; null
 *     when that was not observed, also where there is a score
 * @param handlingWithoutCallingSeconds how long the person handled the phone without calling
 */
public record PeriodScores(
    DrivingScores scores,
    @Nullable Long handheldCallingSeconds,
    @Nullable Long handlingWithoutCallingSeconds) {

  public static final PeriodScores NONE = new PeriodScores(DrivingScores.NONE, null, null);

  public PeriodScores {
    requireNotNegative("handheldCallingSeconds", handheldCallingSeconds);
    requireNotNegative("handlingWithoutCallingSeconds", handlingWithoutCallingSeconds);
  }

  private static void requireNotNegative(String name, @Nullable Long seconds) {
    if (seconds != null && seconds < 0) {
      throw new IllegalArgumentException(name + " must not be negative: " + seconds);
    }
  }
}
