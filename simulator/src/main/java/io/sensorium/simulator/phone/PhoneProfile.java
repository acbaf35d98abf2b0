package io.sensorium.simulator.phone;

/**
 * What kind of phone somebody carries.
 *
 * @param sensesMotion whether it records acceleration and rotation, at 25 Hz on the way and now and
 *     then at rest
 */
public record PhoneProfile(Sampling sampling, NoiseProfile noise, boolean sensesMotion) {

  public PhoneProfile(Sampling sampling, NoiseProfile noise) {
    this(sampling, noise, false);
  }
}
