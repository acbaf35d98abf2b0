package io.sensorium.intake.text;

/** Decimal numbers read from characters, as {@link Double#parseDouble} reads them. */
public final class Decimals {
  /*
   * Up to 2^53 a mantissa is exact as a double, and so are powers of ten up to 10^22; one division
   * or multiplication of the two is then correctly rounded (Clinger 1990, the fast path). All else,
   * rare in positions, goes to the JDK.
   */

  private static final long LARGEST_EXACT_MANTISSA = 1L << 53;
  private static final int MOST_DIGITS = 18;
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private Decimals() {}

  /** The number that the characters write, or NaN when they write none. */
  public static double parse(char[] text, int offset, int length) {
    int end = offset + length;
    int at = offset;
    boolean negative = at < end && text[at] == '-';
    at += negative ? 1 : 0;
    long mantissa = 0;
    int digits = 0;
    int decimals = 0;
    boolean afterPoint = false;
    for (; at < end; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        digits++;
        decimals += afterPoint ? 1 : 0;
      } else if (text[at] == '.' && !afterPoint) {
        afterPoint = true;
      } else {
        return parseSlowly(text, offset, length);
      }
    }
    if (digits == 0 || digits > MOST_DIGITS || mantissa > LARGEST_EXACT_MANTISSA) {
      return parseSlowly(text, offset, length);
    }
    double value = mantissa / POWERS_OF_TEN[decimals];
    return negative ? -value : value;
  }

  /** As {@link #parse(char[], int, int)}; for texts that are at hand as such. */
  public static double parse(String text) {
    String trimmed = text.strip();
    return parse(trimmed.toCharArray(), 0, trimmed.length());
  }

  private static double parseSlowly(char[] text, int offset, int length) {
    for (int at = offset; at < offset + length; at++) {
      if ("+-.0123456789eE".indexOf(text[at]) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(new String(text, offset, length));
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }
}
