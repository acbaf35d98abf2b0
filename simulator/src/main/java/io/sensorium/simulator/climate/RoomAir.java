package io.sensorium.simulator.climate;

import io.sensorium.core.time.Micros;

/**
 * The air of a heated house: a thermostat keeps it warm, people breathe in it, draughts change it.
 * To be asked for instants in their order; the same weather and residents give the same air.
 */
public final class RoomAir {

  private static final long STEP_MICROS = Micros.PER_MINUTE;
  private static final double STEP_HOURS = 1 / 60.0;
  private static final double VOLUME_CUBIC_METERS = 250;
  private static final double AIR_CHANGES_PER_HOUR = 0.35;
  private static final double HEAT_LOSS_HOURS = 34;
  private static final double HEATER_CELSIUS_PER_HOUR = 2.2;
  private static final double SUN_CELSIUS_PER_HOUR = 0.5;
  private static final double PERSON_CELSIUS_PER_HOUR = 0.08;
  private static final double PERSON_CO2_CUBIC_METERS_PER_HOUR = 0.018;
  private static final double RESTING_GRAMS_PER_HOUR = 45;
  private static final double LIVELY_GRAMS_PER_HOUR = 110;
  private static final double OUTDOOR_CO2_PPM = 425;
  private static final double COMFORT_CELSIUS = 20.6;
  private static final double SETBACK_CELSIUS = 17.5;
  private static final double HYSTERESIS_CELSIUS = 0.3;

  private final Weather weather;
  private final Residents residents;
  private long timeMicros;
  private boolean heats;
  private double celsius = COMFORT_CELSIUS;
  private double co2Ppm = OUTDOOR_CO2_PPM;
  private double vapourGrams;

  public RoomAir(Weather weather, Residents residents, long startMicros) {
    this.weather = weather;
    this.residents = residents;
    this.timeMicros = startMicros;
    this.vapourGrams = outdoorGrams();
  }

  public double celsius(long atMicros) {
    advance(atMicros);
    return celsius;
  }

  public double humidityPercent(long atMicros) {
    advance(atMicros);
    return Vapour.humidityPercent(celsius, vapourGrams);
  }

  public double co2Ppm(long atMicros) {
    advance(atMicros);
    return co2Ppm;
  }

  private void advance(long atMicros) {
    while (timeMicros + STEP_MICROS <= atMicros) {
      step();
      timeMicros += STEP_MICROS;
    }
  }

  private void step() {
    int people = residents.present(timeMicros);
    boolean lively = residents.isLively(timeMicros);
    heat(people, lively);
    double fresh = AIR_CHANGES_PER_HOUR * STEP_HOURS;
    double breathed = people * PERSON_CO2_CUBIC_METERS_PER_HOUR / VOLUME_CUBIC_METERS * 1e6;
    co2Ppm += breathed * STEP_HOURS + fresh * (OUTDOOR_CO2_PPM - co2Ppm);
    double evaporated = people * (lively ? LIVELY_GRAMS_PER_HOUR : RESTING_GRAMS_PER_HOUR);
    vapourGrams +=
        evaporated / VOLUME_CUBIC_METERS * STEP_HOURS + fresh * (outdoorGrams() - vapourGrams);
  }

  private void heat(int people, boolean lively) {
    double wanted = lively ? COMFORT_CELSIUS : SETBACK_CELSIUS;
    heats =
        celsius < wanted - HYSTERESIS_CELSIUS || (heats && celsius < wanted + HYSTERESIS_CELSIUS);
    double perHour =
        (weather.celsius(timeMicros) - celsius) / HEAT_LOSS_HOURS
            + (heats ? HEATER_CELSIUS_PER_HOUR : 0)
            + SUN_CELSIUS_PER_HOUR * weather.sunRatio(timeMicros)
            + PERSON_CELSIUS_PER_HOUR * people;
    celsius += perHour * STEP_HOURS;
  }

  private double outdoorGrams() {
    return Vapour.grams(weather.celsius(timeMicros), weather.humidityPercent(timeMicros));
  }
}
