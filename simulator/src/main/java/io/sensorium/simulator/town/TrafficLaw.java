package io.sensorium.simulator.town;

/**
 * How traffic goes in a country: on which side, and at what speed where no sign says another.
 *
 * @param unitKmh what one of the numbers on signs means in km/h
 * @param signSuffix what a map writes behind such a number
 * @param motorway limit on motorways, as on signs
 * @param builtUp limit among houses, as on signs
 * @param slow limit where people live, as on signs
 */
public record TrafficLaw(
    boolean drivesOnLeft, double unitKmh, String signSuffix, int motorway, int builtUp, int slow) {

  private static final double KMH_PER_MPH = 1.609344;

  static TrafficLaw metric(boolean drivesOnLeft, int motorway, int builtUp, int slow) {
    return new TrafficLaw(drivesOnLeft, 1, "", motorway, builtUp, slow);
  }

  static TrafficLaw imperial(boolean drivesOnLeft, int motorway, int builtUp, int slow) {
    return new TrafficLaw(drivesOnLeft, KMH_PER_MPH, " mph", motorway, builtUp, slow);
  }

  double toKmh(int sign) {
    return sign * unitKmh;
  }

  /** A number for a sign: the nearest multiple of ten, or of five where miles count. */
  int signNear(double kmh) {
    int step = unitKmh == 1 ? 10 : 5;
    return (int) Math.round(kmh / unitKmh / step) * step;
  }

  /** The limit as a map has it in its tag {@code maxspeed}. */
  public String signOf(double limitKmh) {
    return Math.round(limitKmh / unitKmh) + signSuffix;
  }

  /** 1 where traffic keeps right, -1 where it keeps left. */
  int side() {
    return drivesOnLeft ? -1 : 1;
  }
}
