package io.sensorium.intake.text;

/** Decimal numbers read from characters or bytes, as {@link Double#parseDouble} reads them. */
public final class Decimals {
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
    if (!isShort(digits, decimals)) {
      return parseSlowly(text, offset, length);
    }
    double value = DecimalRounding.divide(mantissa, decimals);
    return negative ? -value : value;
  }

  /** The number that the ASCII bytes write, or NaN when they write none. */
  public static double parse(byte[] text, int offset, int length) {
    int end = offset + length;
    int at = offset;
    boolean negative = at < end && text[at] == '-';
    at += negative ? 1 : 0;
    long mantissa = 0;
    int firstDigit = at;
    int point = -1;
    for (; at < end; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
      } else if (text[at] == '.' && point < 0) {
        point = at;
      } else {
        return parseSlowly(charsOf(text, offset, length), 0, length);
      }
    }
    int digits = end - firstDigit - (point < 0 ? 0 : 1);
    int decimals = point < 0 ? 0 : end - point - 1;
    if (!isShort(digits, decimals)) {
      return parseSlowly(charsOf(text, offset, length), 0, length);
    }
    double value = DecimalRounding.divide(mantissa, decimals);
    return negative ? -value : value;
  }

  private static boolean isShort(int digits, int decimals) {
    return digits > 0
        && digits <= DecimalRounding.MOST_DIGITS
        && decimals <= DecimalRounding.MOST_DECIMALS;
  }

  private static char[] charsOf(byte[] text, int offset, int length) {
    var chars = new char[length];
    for (int at = 0; at < length; at++) {
      chars[at] = (char) (text[offset + at] & 0xff);
    }
    return chars;
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
