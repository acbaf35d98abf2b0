package io.sensorium.api.mobility;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.core.time.LocalDays;
import io.sensorium.core.timeline.TimelineEvent.Span;
import java.time.Instant;
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
    return parse(name, text);
  }

  /**
   * A date of the form YYYY-MM-DD.
   *
   * @throws ApiError INVALID_PARAMETER for any other text, and for a date that no calendar has
   */
  static LocalDate parse(String name, String text) {
    try {
      return LocalDate.parse(text, FORM);
    } catch (DateTimeParseException e) {
      throw ApiError.invalidParameter(name + ": must be a date of the form YYYY-MM-DD");
    }
  }

  /** Whether what lasts that long has begun to show: what goes on shows no day yet to come. */
  static boolean hasBegun(Span when, LocalDays days, Instant now) {
    return when.end() != null
        || !now.atOffset(when.endOffset()).toLocalDate().isBefore(days.from());
  }
}
