package io.sensorium.core.driving;

/**
 * How somebody drives by car, of late and before.
 *
 * @param lastSevenDays the 7 days that end on the last local day with a car transport
 * @param past the rest of the last 9 weeks
 */
public record CarBehavior(DrivingWindow lastSevenDays, DrivingWindow past) {

  public static final CarBehavior UNKNOWN =
      new CarBehavior(DrivingWindow.UNKNOWN, DrivingWindow.UNKNOWN);
}
