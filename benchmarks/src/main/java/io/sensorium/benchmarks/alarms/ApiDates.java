package io.sensorium.benchmarks.alarms;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Dates as the sensor API writes them: {@code 2026-03-02T07:31:12+0000}. */
final class ApiDates {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx");

  private ApiDates() {}

  static Instant parse(String date) {
    return OffsetDateTime.parse(date, FORM).toInstant();
  }
}
