package io.sensorium.core.id;

/**
 * Lower-case hexadecimal digits: by a table, as ids are made of each row that is read and no
 * processor foretells whether a digit is a letter.
 */
final class HexDigits {

  private static final boolean[] IS_DIGIT = new boolean[128];

  static {
    for (char digit : "0123456789abcdef".toCharArray()) {
      IS_DIGIT[digit] = true;
    }
  }

  private HexDigits() {}

  /** Whether all characters from one index to before another are such digits. */
  static boolean fill(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= IS_DIGIT.length || !IS_DIGIT[c]) {
        return false;
      }
    }
    return true;
  }
}
