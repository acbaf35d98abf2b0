package io.sensorium.simulator.climate;

/** Water in the air, by Magnus' formula. */
final class Vapour {

  private static final double GAS_CONSTANT = 461.5; // of water vapour, J/(kg K)
  private static final double KELVIN = 273.15;

  private Vapour() {}

  /** Grams of water in a cubic metre of saturated air. */
  static double saturatedGrams(double celsius) {
    double pascals = 611.2 * StrictMath.exp(17.62 * celsius / (243.12 + celsius));
    return 1_000 * pascals / (GAS_CONSTANT * (celsius + KELVIN));
  }

  static double grams(double celsius, double humidityPercent) {
    return saturatedGrams(celsius) * humidityPercent / 100;
  }

  static double humidityPercent(double celsius, double grams) {
    return Math.min(100, 100 * grams / saturatedGrams(celsius));
  }
}
