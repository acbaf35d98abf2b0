package io.sensorium.core.habit;

import io.sensorium.core.timeline.Significance;
import io.sensorium.core.timeline.TransportMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that was unlike a person's habit.
 *
 * @param end the last microsecond that belongs to it
 * @param sigma standard deviation of what was expected; null when it is not known. In the unit of
 *     the quantity
 * @param probabilityRatio how unusual it is, 0 to 1
 * @param observed what was; null when nothing was observed. Meters, seconds, or a count
 * @param expected what the habit would have been
 * @param period what is summed up; null when single transports or moments are compared
 * @param dayPart for a {@link AnomalyKind#isOfDayPart} kind, and no other
 */
public record Anomaly(
    Instant start,
    Instant end,
    AnomalyKind kind,
    @Nullable Double sigma,
    double probabilityRatio,
    @Nullable Long observed,
    long expected,
    @Nullable AnomalyPeriod period,
    @Nullable DayPart dayPart,
    Subject subject) {

  /** What it is about; what does not apply is null. */
  public record Subject(
      @Nullable String placeCategory,
      @Nullable Significance significance,
      @Nullable TransportMode mode,
      @Nullable ModeCategory modeCategory,
      @Nullable String momentDefinitionId) {

    public static final Subject NONE = new Subject(null, null, null, null, null);

    public static Subject of(Significance significance) {
      return new Subject(null, significance, null, null, null);
    }
  }

  public Anomaly {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("an anomaly ends before it starts: " + start);
    }
    if (!(probabilityRatio >= 0 && probabilityRatio <= 1)) {
      throw new IllegalArgumentException("probability must be within 0..1: " + probabilityRatio);
    }
    if (sigma != null && !(sigma >= 0 && sigma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("sigma must not be negative: " + sigma);
    }
    if (kind.isOfDayPart() != (dayPart != null)) {
      throw new IllegalArgumentException(kind + " and day part " + dayPart);
    }
    if (expected < 0 || (observed != null && observed < 0)) {
      throw new IllegalArgumentException("quantities must not be negative");
    }
  }
}
