package io.sensorium.api.common;

import java.time.Instant;
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
    return MILLIS.format(instant.atOffset(offset));
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
