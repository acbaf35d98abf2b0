package io.sensorium.simulator.phone;

/** Turns what moves with somebody into the axes of their phone. Rows: the phone's axes. */
record Rotation(Axis x, Axis y, Axis z) {

  record Axis(double ahead, double left, double up) {
    float of(double valueAhead, double valueLeft, double valueUp) {
      return (float) (ahead * valueAhead + left * valueLeft + up * valueUp);
    }
  }

  static Rotation of(double yaw, double pitch, double roll) {
    double cy = StrictMath.cos(yaw);
    double sy = StrictMath.sin(yaw);
    double cp = StrictMath.cos(pitch);
    double sp = StrictMath.sin(pitch);
    double cr = StrictMath.cos(roll);
    double sr = StrictMath.sin(roll);
    return new Rotation(
        new Axis(cy * cp, sy * cp, -sp),
        new Axis(cy * sp * sr - sy * cr, sy * sp * sr + cy * cr, cp * sr),
        new Axis(cy * sp * cr + sy * sr, sy * sp * cr - cy * sr, cp * cr));
  }

  void write(double ahead, double left, double up, float[] into, int sample) {
    into[3 * sample] = x.of(ahead, left, up);
    into[3 * sample + 1] = y.of(ahead, left, up);
    into[3 * sample + 2] = z.of(ahead, left, up);
  }
}
