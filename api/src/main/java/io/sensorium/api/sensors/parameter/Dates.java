package io.sensorium.api.sensors.parameter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as clients write them: ISO 8601 with {@code Z}, {@code +0000}, {@code +00:00}, with a space
 * where a plus sign was decoded to one, without a zone, or a bare date; without a zone they are
 * UTC. They are in the years 1 to 9999 of UTC, so that a week before each of them is still written
 * with four digits of a year.
 */
public final class Dates {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)"
              + "(?:[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9})\\d{0,9})?)?"
              + "(?:[Zz]| ?([+ -])(\\d\\d):?(\\d\\d)?)?)?");
  private static final int NANO_DIGITS = 9;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private Dates() {}

  /** The instant; empty when the text is not a date of one of these forms. */
  public static Optional<Instant> parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      var local =
          LocalDateTime.of(
              number(match, 1),
              number(match, 2),
              number(match, 3),
              number(match, 4),
              number(match, 5),
              number(match, 6),
              nanos(match));
      return Optional.of(local.toInstant(offset(match))).filter(Dates::hasYearOfFourDigits);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean hasYearOfFourDigits(Instant instant) {
    return !instant.isBefore(FIRST) && instant.isBefore(END);
  }

  private static int number(Matcher match, int group) {
    var digits = match.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(Matcher match) {
    var digits = match.group(7);
    if (digits == null) {
      return 0;
    }
    return Integer.parseInt(digits + "0".repeat(NANO_DIGITS - digits.length()));
  }

  private static ZoneOffset offset(Matcher match) {
    var sign = match.group(8);
    if (sign == null) {
      return ZoneOffset.UTC;
    }
    int direction = sign.equals("-") ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(direction * number(match, 9), direction * number(match, 10));
  }
}
