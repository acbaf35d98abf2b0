package io.sensorium.simulator.phone;

/**
 * What a phone feels at an instant, in axes that move with its owner: ahead, left, up. Mutable, so
 * that thousands of instants need one.
 */
final class Feel {

  double aheadMps2;
  double leftMps2;
  double upMps2;
  double rollRadps;
  double pitchRadps;
  double yawRadps;

  /** One way of moving, as a phone feels it. */
  @FunctionalInterface
  interface Way {

    /** Feels one instant; instants come in order. */
    void at(long timeMicros, Feel into);
  }

  /** The phone leans ahead by an angle, which changes at a rate. */
  void lean(double radians, double radps) {
    double sin = StrictMath.sin(radians);
    double cos = StrictMath.cos(radians);
    double ahead = aheadMps2 * cos - upMps2 * sin;
    upMps2 = aheadMps2 * sin + upMps2 * cos;
    aheadMps2 = ahead;
    pitchRadps += radps;
  }
}
