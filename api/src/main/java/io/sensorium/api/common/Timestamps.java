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

  private Timestamps() {}

  /** {@code 2019-03-21T20:08:00.000+01:00}; UTC is {@code +00:00}. */
  public static String millis(Instant instant, ZoneOffset offset) {
    var time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset);
    return time.getYear() < 0 || time.getYear() > 9_999
        ? MILLIS.format(instant.atOffset(offset))
        : quickMillis(time, offset.getTotalSeconds() / 60);
  }

  private static String quickMillis(LocalDateTime time, int offsetMinutes) {
    var bytes = "0000-00-00T00:00:00.000+00:00".getBytes(StandardCharsets.ISO_8859_1);
    AsciiDigits.putPadded(bytes, 0, time.getYear(), 4);
    AsciiDigits.putPadded(bytes, 5, time.getMonthValue(), 2);
    AsciiDigits.putPadded(bytes, 8, time.getDayOfMonth(), 2);
    AsciiDigits.putPadded(bytes, 11, time.getHour(), 2);
    AsciiDigits.putPadded(bytes, 14, time.getMinute(), 2);
    AsciiDigits.putPadded(bytes, 17, time.getSecond(), 2);
    AsciiDigits.putPadded(bytes, 20, time.getNano() / 1_000_000, 3);
    if (offsetMinutes < 0) {
      bytes[23] = '-';
    }
    AsciiDigits.putPadded(bytes, 24, Math.abs(offsetMinutes) / 60, 2);
    AsciiDigits.putPadded(bytes, 27, Math.abs(offsetMinutes) % 60, 2);
    return new String(bytes, StandardCharsets.ISO_8859_1);
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
