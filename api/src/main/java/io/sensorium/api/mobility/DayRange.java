package io.sensorium.api.mobility;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.core.time.LocalDays;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;

/** Reads {@code from} and {@code to}: both required, both inclusive, at most 366 days. */
final class DayRange {

  private static final int MAX_DAYS = 366;
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private DayRange() {}

  static LocalDays of(Request request) {
    var from = day(request, "from");
    var to = day(request, "to");
    if (to.isBefore(from)) {
      throw ApiError.invalidParameter("to: must not be before from");
    }
    if (ChronoUnit.DAYS.between(from, to) >= MAX_DAYS) {
      throw ApiError.invalidParameter("to: must be within " + MAX_DAYS + " days from from");
    }
    return new LocalDays(from, to);
  }

  private static LocalDate day(Request request, String name) {
    var text =
        request
            .query()
            .find(name)
            .orElseThrow(() -> ApiError.invalidParameter(name + ": is required"));
    try {
      return LocalDate.parse(text, FORM);
    } catch (DateTimeParseException e) {
      throw ApiError.invalidParameter(name + ": must be a date of the form YYYY-MM-DD");
    }
  }
}
