package io.sensorium.core.driving;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/**
 * How somebody drove in a window of days. Below 50 km there are no scores.
 *
 * @param phoneHandlingMillisPerHour how long the phone was handled in an hour of driving, 0 to an
 *     hour; null when that was not observed
 * @param distanceMeters driven by car; null when nothing was worked out yet
 */
public record DrivingWindow(
    ZoneScores zones, @Nullable Long phoneHandlingMillisPerHour, @Nullable Long distanceMeters) {

  /** Nothing was worked out yet. */
  public static final DrivingWindow UNKNOWN = new DrivingWindow(ZoneScores.NONE, null, null);

  /** Too few kilometres say more of the roads than of the driver. */
  public static final long MIN_SCORED_METERS = 50_000;

  private static final long MILLIS_PER_HOUR = 3_600_000;

  public DrivingWindow {
    if (phoneHandlingMillisPerHour != null
        && (phoneHandlingMillisPerHour < 0 || phoneHandlingMillisPerHour > MILLIS_PER_HOUR)) {
      throw new IllegalArgumentException(
          "handling must be within 0..1 h an hour: " + phoneHandlingMillisPerHour);
    }
    if (distanceMeters != null && distanceMeters < 0) {
      throw new IllegalArgumentException("distance must not be negative: " + distanceMeters);
    }
    if (isTooShort(distanceMeters)) {
      zones = ZoneScores.NONE;
    }
  }

  /** The scores over all zones, with focus as the served {@link #phoneHandlingMillisPerHour}. */
  public DrivingScores all() {
    var ratios = new EnumMap<Score, Double>(Score.class);
    ratios.putAll(zones.all().ratios());
    ratios.remove(Score.FOCUS);
    if (phoneHandlingMillisPerHour != null && !isTooShort(distanceMeters)) {
      var handled =
          BigDecimal.valueOf(phoneHandlingMillisPerHour)
              .divide(BigDecimal.valueOf(MILLIS_PER_HOUR), 9, RoundingMode.HALF_UP);
      ratios.put(Score.FOCUS, BigDecimal.ONE.subtract(handled).doubleValue());
    }
    return new DrivingScores(ratios);
  }

  private static boolean isTooShort(@Nullable Long distanceMeters) {
    return distanceMeters == null || distanceMeters < MIN_SCORED_METERS;
  }
}
