package io.sensorium.api.sensors;

/** The most characters that texts of clients may have. */
final class Lengths {

  static final int NAME = 200;
  static final int SERIAL = 100;
  static final int CLAIM_CODE = 1_000;

  private Lengths() {}
}
