package io.sensorium.intake.text;

import io.sensorium.core.time.Micros;

/**
 * RFC 3339 times read from characters, as microseconds since 1970; finer digits are cut off.
 *
 * <p>A leap second counts as the first second of the next minute.
 */
public final class Timestamps {

  /** Says that the characters write no time. */
  public static final long INVALID = Long.MIN_VALUE;

  private static final int SHORTEST = "2000-01-01T00:00:00".length();

  private Timestamps() {}

  /**
   * A time with its offset: {@code 2026-03-02T07:31:12.250Z}, {@code 2026-03-02T08:31:12+01:00}.
   */
  public static long parse(char[] text, int offset, int length) {
    return parse(text, offset, offset + length, false);
  }

  /**
   * A time as files write it: the offset may lack its colon, or be absent, and then is UTC, as GPX
   * demands.
   */
  public static long parseLenient(char[] text, int offset, int length) {
    return parse(text, offset, offset + length, true);
  }

  /** As {@link #parseLenient(char[], int, int)}; for texts that are at hand as such. */
  public static long parseLenient(String text) {
    String trimmed = text.strip();
    return parseLenient(trimmed.toCharArray(), 0, trimmed.length());
  }

  private static long parse(char[] text, int at, int end, boolean lenient) {
    if (end - at < SHORTEST || !hasSeparators(text, at)) {
      return INVALID;
    }
    int year = twoDigits(text, at) * 100 + twoDigits(text, at + 2);
    int month = twoDigits(text, at + 5);
    int day = twoDigits(text, at + 8);
    int hour = twoDigits(text, at + 11);
    int minute = twoDigits(text, at + 14);
    int second = twoDigits(text, at + 17);
    if (year < 0 || hour < 0 || minute < 0 || second < 0 || !isDate(year, month, day)) {
      return INVALID;
    }
    if (hour > 23 || minute > 59 || second > 60) {
      return INVALID;
    }
    long seconds = epochDay(year, month, day) * 86_400L + hour * 3_600L + minute * 60L + second;
    return withFraction(text, at + SHORTEST, end, seconds * Micros.PER_SECOND, lenient);
  }

  private static boolean hasSeparators(char[] text, int at) {
    char between = text[at + 10];
    return text[at + 4] == '-'
        && text[at + 7] == '-'
        && (between == 'T' || between == 't' || between == ' ')
        && text[at + 13] == ':'
        && text[at + 16] == ':';
  }

  private static long withFraction(char[] text, int from, int end, long micros, boolean lenient) {
    int at = from;
    if (at < end && text[at] == '.') {
      at++;
      int firstDigit = at;
      long unit = 100_000;
      while (at < end && isDigit(text[at])) {
        micros += unit * (text[at] - '0');
        unit /= 10;
        at++;
      }
      if (at == firstDigit) {
        return INVALID;
      }
    }
    return withOffset(text, at, end, micros, lenient);
  }

  private static long withOffset(char[] text, int at, int end, long micros, boolean lenient) {
    int left = end - at;
    if (left == 0 && lenient) {
      return micros;
    }
    if (left == 1) {
      return text[at] == 'Z' || text[at] == 'z' ? micros : INVALID;
    }
    boolean colon = left == 6 && text[at + 3] == ':';
    boolean bare = left == 5 && lenient;
    if ((!colon && !bare) || (text[at] != '+' && text[at] != '-')) {
      return INVALID;
    }
    int hours = twoDigits(text, at + 1);
    int minutes = twoDigits(text, end - 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return INVALID;
    }
    long shift = (hours * 60 + minutes) * Micros.PER_MINUTE;
    return text[at] == '+' ? micros - shift : micros + shift;
  }

  /** The two digits' value, or something below -100 when they are no digits. */
  private static int twoDigits(char[] text, int at) {
    return isDigit(text[at]) && isDigit(text[at + 1])
        ? (text[at] - '0') * 10 + text[at + 1] - '0'
        : -100_000;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isDate(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  }

  private static int daysOf(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March. */
  private static long epochDay(int year, int month, int day) {
    int marchYear = month > 2 ? year : year - 1;
    int monthFromMarch = month > 2 ? month - 3 : month + 9;
    long days = 365L * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400;
    return days + (153 * monthFromMarch + 2) / 5 + day - 1 - 719_468;
  }
}
