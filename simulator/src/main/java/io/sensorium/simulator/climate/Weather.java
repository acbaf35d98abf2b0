package io.sensorium.simulator.climate;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;
import java.time.Duration;

/**
 * The air outside, in a temperate climate of the northern half of the earth: warmest in July and in
 * the afternoon. A function of time alone; for one thread.
 */
public final class Weather {

  private static final double MEAN_CELSIUS = 10.5;
  private static final double SEASON_CELSIUS = 7.5;
  private static final double SEASON_PEAK_DAY = 200;
  private static final double YEAR_DAYS = 365.25;
  private static final double DAY_PEAK_HOUR = 14.5; // UTC
  private static final double MEAN_HUMIDITY_PERCENT = 78;

  private final Wander fronts;
  private final Wander gusts;
  private final Wander moisture;
  private final Wander clouds;

  public Weather(Dice dice) {
    fronts = new Wander(dice.fork("fronts"), Duration.ofHours(40));
    gusts = new Wander(dice.fork("gusts"), Duration.ofMinutes(50));
    moisture = new Wander(dice.fork("moisture"), Duration.ofHours(18));
    clouds = new Wander(dice.fork("clouds"), Duration.ofHours(9));
  }

  public double celsius(long timeMicros) {
    return seasonCelsius(timeMicros)
        + dayCelsius(timeMicros)
        + 2.8 * fronts.at(timeMicros)
        + 0.35 * gusts.at(timeMicros);
  }

  /** Relative humidity: low when the day is warm. */
  public double humidityPercent(long timeMicros) {
    double percent =
        MEAN_HUMIDITY_PERCENT - 3.2 * dayCelsius(timeMicros) + 7 * moisture.at(timeMicros);
    return Math.clamp(percent, 25, 100);
  }

  /** How much of a clear summer noon's sun there is, 0 to 1. */
  double sunRatio(long timeMicros) {
    double height = cosine(hourOfDay(timeMicros) - 12, 24) + 0.35 * season(timeMicros) - 0.15;
    return Math.clamp(height, 0, 1) * Math.clamp(0.6 + 0.35 * clouds.at(timeMicros), 0.1, 1);
  }

  private static double seasonCelsius(long timeMicros) {
    return MEAN_CELSIUS + SEASON_CELSIUS * season(timeMicros);
  }

  private double dayCelsius(long timeMicros) {
    double swing = 2.4 + 1.3 * season(timeMicros) + Math.clamp(clouds.at(timeMicros), -0.9, 0.9);
    return swing * cosine(hourOfDay(timeMicros) - DAY_PEAK_HOUR, 24);
  }

  private static double season(long timeMicros) {
    return cosine((double) timeMicros / Micros.PER_DAY - SEASON_PEAK_DAY, YEAR_DAYS);
  }

  private static double hourOfDay(long timeMicros) {
    return Wander.hours(Math.floorMod(timeMicros, Micros.PER_DAY));
  }

  private static double cosine(double from, double period) {
    return StrictMath.cos(2 * Math.PI * from / period);
  }
}
