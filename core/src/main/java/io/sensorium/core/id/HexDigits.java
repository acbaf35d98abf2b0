package io.sensorium.core.id;

/** Lower-case hexadecimal digits: a few comparisons, as ids are made of each row that is read. */
final class HexDigits {

  private HexDigits() {}

  /** Whether all characters from one index to before another are such digits. */
  static boolean fill(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
