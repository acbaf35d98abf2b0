package io.sensorium.core.text;

/** Tells text that can be kept from what merely looks like it. */
public final class Unicode {

  private Unicode() {}

  /** Whether the text can be kept, and has no control characters. */
  public static boolean isPrintable(CharSequence text) {
    return isStorable(text) && text.chars().noneMatch(Character::isISOControl);
  }

  /**
   * Whether every database and every encoding can hold the text as it is: half of a surrogate pair
   * becomes a question mark in UTF-8, so that two texts become one, and PostgreSQL takes no U+0000.
   */
  public static boolean isStorable(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
