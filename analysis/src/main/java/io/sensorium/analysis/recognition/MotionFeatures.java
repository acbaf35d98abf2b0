package io.sensorium.analysis.recognition;

/**
 * What a window of motion feels like; turning the phone changes none of it.
 *
 * @param gravityMps2 length of the mean acceleration
 * @param shakeMps2 standard deviation of the length of the acceleration
 * @param swayMps2 root mean square of what differs from the mean acceleration, tilting included
 * @param roughnessRatio 0 when neighbouring samples are alike, about 1 for white noise
 * @param runningRatio strength of a period as short as of running steps
 * @param walkingRatio strength of a period as of walking steps
 * @param swingRatio strength of a period as of pedals, also of tilting
 * @param rotationRadps root mean square of the rotation, NaN when it is not known
 */
record MotionFeatures(
    double gravityMps2,
    double shakeMps2,
    double swayMps2,
    double roughnessRatio,
    double runningRatio,
    double walkingRatio,
    double swingRatio,
    double rotationRadps) {

  boolean rotatesAtLeast(double radps) {
    return rotationRadps >= radps; // not when it is not known
  }

  boolean rotatesAtMost(double radps) {
    return !(rotationRadps > radps);
  }
}
