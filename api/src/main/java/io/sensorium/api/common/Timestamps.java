package io.sensorium.api.common;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as the APIs print them; further digits are cut, not rounded. */
public final class Timestamps {

  private static final DateTimeFormatter SECONDS = formatter("");
  private static final DateTimeFormatter MILLIS = formatter(".SSS");
  private static final DateTimeFormatter MICROS = formatter(".SSSSSS");

  private static final byte[] FORM =
      "0000-00-00T00:00:00.000+00:00".getBytes(StandardCharsets.ISO_8859_1);

  /** How long the form is that {@link #millis} gives years of four digits. */
  static final int MILLIS_LENGTH = FORM.length;

  /** A day from the years 0 and 10000, as an offset may lead there. */
  private static final long FIRST_QUICK_SECOND =
      Instant.parse("0000-01-02T00:00:00Z").getEpochSecond();

  private static final long END_QUICK_SECOND =
      Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

  private Timestamps() {}

  /** {@code 2019-03-21T20:08:00.000+01:00}; UTC is {@code +00:00}. */
  public static String millis(Instant instant, ZoneOffset offset) {
    if (!isQuick(instant)) {
      return MILLIS.format(instant.atOffset(offset));
    }
    var bytes = new byte[MILLIS_LENGTH];
    putMillis(bytes, 0, instant, offset);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Whether {@link #putMillis} can put the instant: its year has four digits everywhere. */
  static boolean isQuick(Instant instant) {
    long second = instant.getEpochSecond();
    return second >= FIRST_QUICK_SECOND && second < END_QUICK_SECOND;
  }

  /** The same as {@link #millis}, as {@link #MILLIS_LENGTH} bytes. */
  static void putMillis(byte[] bytes, int at, Instant instant, ZoneOffset offset) {
    var time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset);
    int offsetMinutes = offset.getTotalSeconds() / 60;
    System.arraycopy(FORM, 0, bytes, at, MILLIS_LENGTH);
    AsciiDigits.putPadded(bytes, at, time.getYear(), 4);
    AsciiDigits.putPadded(bytes, at + 5, time.getMonthValue(), 2);
    AsciiDigits.putPadded(bytes, at + 8, time.getDayOfMonth(), 2);
    AsciiDigits.putPadded(bytes, at + 11, time.getHour(), 2);
    AsciiDigits.putPadded(bytes, at + 14, time.getMinute(), 2);
    AsciiDigits.putPadded(bytes, at + 17, time.getSecond(), 2);
    AsciiDigits.putPadded(bytes, at + 20, time.getNano() / 1_000_000, 3);
    if (offsetMinutes < 0) {
      bytes[at + 23] = '-';
    }
    AsciiDigits.putPadded(bytes, at + 24, Math.abs(offsetMinutes) / 60, 2);
    AsciiDigits.putPadded(bytes, at + 27, Math.abs(offsetMinutes) % 60, 2);
  }

  /** {@code 2019-03-21T20:08:00.000000+01:00} */
  public static String micros(Instant instant, ZoneOffset offset) {
    return MICROS.format(instant.atOffset(offset));
  }

  /** {@code 2019-03-21T20:08:00+01:00} */
  public static String seconds(Instant instant, ZoneOffset offset) {
    return SECONDS.format(instant.atOffset(offset));
  }

  /** {@code 2019-03-21T19:08:00.000Z}, the form of expires_at alone. */
  public static String millisZulu(Instant instant) {
    return millis(instant, ZoneOffset.UTC).replace("+00:00", "Z");
  }

  private static DateTimeFormatter formatter(String fraction) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss" + fraction + "xxx", Locale.ROOT);
  }
}
