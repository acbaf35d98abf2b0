package io.sensorium.atlas.limits;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A limit as a number of 16 bits: hundredths of km/h; 0 for not known, {@value #NONE} for no limit.
 */
public final class LimitCode {

  public static final int UNKNOWN = 0;

  /** There is no limit, and a sign or the law says so. */
  public static final int NONE = 0xffff;

  private static final int PER_KMH = 100;
  private static final double KMH_PER_MPH = 1.609344;
  private static final double KMH_PER_KNOT = 1.852;
  private static final double WALK_KMH = 7;
  private static final double MOST_KMH = 300;

  private LimitCode() {}

  /** Reads a value of the tag {@code maxspeed}; unknown when it is no limit by itself. */
  public static int parse(@Nullable String text) {
    if (text == null) {
      return UNKNOWN;
    }
    var value = text.strip().toLowerCase(Locale.ROOT);
    if (value.equals("none")) {
      return NONE;
    }
    if (value.equals("walk")) {
      return of(WALK_KMH);
    }
    int digits = 0;
    while (digits < value.length() && "0123456789.".indexOf(value.charAt(digits)) >= 0) {
      digits++;
    }
    double perUnit =
        switch (value.substring(digits).strip()) {
          case "", "km/h", "kmh", "kph" -> 1;
          case "mph" -> KMH_PER_MPH;
          case "knots" -> KMH_PER_KNOT;
          default -> Double.NaN;
        };
    return Double.isNaN(perUnit) ? UNKNOWN : of(number(value.substring(0, digits)) * perUnit);
  }

  private static double number(String digits) {
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  private static int of(double kmh) {
    return kmh > 0 && kmh <= MOST_KMH ? (int) Math.round(kmh * PER_KMH) : UNKNOWN;
  }

  /** The limit, or null when none is known or there is none. */
  public static @Nullable Double kmh(int code) {
    return code == UNKNOWN || code == NONE ? null : (double) code / PER_KMH;
  }
}
