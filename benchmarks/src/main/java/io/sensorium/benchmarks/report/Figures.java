package io.sensorium.benchmarks.report;

import java.util.Locale;

/** Numbers as tables show them; a dash stands for what could not be computed. */
public final class Figures {

  private Figures() {}

  public static String decimals(double value, int decimals) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Units of 1,024 x 1,024 bytes. */
  public static String mebibytes(long bytes) {
    return decimals(bytes / 1024.0 / 1024.0, 0);
  }
}
