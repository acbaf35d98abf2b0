package io.sensorium.benchmarks.mobilitynet;

import java.math.BigDecimal;

/** Times as the data set writes them: seconds since 1970 with a fraction. */
final class UnixSeconds {

  private UnixSeconds() {}

  static long micros(String seconds) {
    return new BigDecimal(seconds).movePointRight(6).longValue();
  }
}
