package io.sensorium.api.mobility;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.driving.PeriodScores;
import io.sensorium.core.driving.ScorePeriod;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.User;
import io.sensorium.store.driving.DrivingSummaries;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * {@code GET /v3/users/:user_id/aggregated_driving_scores?type=week&date=2019-03-18}: without a
 * date of the last period that there are trips in.
 */
final class ShowAggregatedScores implements UserHandler {

  /** Where a day begins first. */
  private static final ZoneOffset EARLIEST_DAY = ZoneOffset.ofHours(14);

  private final DrivingSummaries summaries;
  private final Clock clock;

  ShowAggregatedScores(DrivingSummaries summaries, Clock clock) {
    this.summaries = summaries;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request, User user) {
    var period = period(request);
    var date = request.query().find("date").map(text -> date(period, text));
    var scores = find(user.id(), period, date).orElse(PeriodScores.NONE);
    return Response.json(
        json -> {
          json.beginObject();
          json.beginObject(period.wireName());
          ScoreWriter.period(json, scores);
          json.endObject();
          json.endObject();
        });
  }

  private Optional<PeriodScores> find(
      UserId user, ScorePeriod period, Optional<LocalDate> firstDay) {
    return firstDay.isEmpty()
        ? summaries.findLastPeriod(user, period)
        : summaries.findPeriod(user, period, firstDay.get());
  }

  private static ScorePeriod period(Request request) {
    return request
        .query()
        .find("type")
        .flatMap(ScorePeriod::findByWireName)
        .orElseThrow(() -> ApiError.invalidParameter("type: must be one of day, week, month, all"));
  }

  private LocalDate date(ScorePeriod period, String text) {
    var date = DayRange.parse("date", text);
    if (period == ScorePeriod.ALL) {
      throw ApiError.invalidParameter("date: all time has no first day");
    }
    if (!period.canStartOn(date)) {
      throw ApiError.invalidParameter(
          period == ScorePeriod.WEEK
              ? "date: must be a Monday, on which weeks begin"
              : "date: must be the 1st of a month");
    }
    if (date.isAfter(clock.instant().atOffset(EARLIEST_DAY).toLocalDate())) {
      throw ApiError.invalidParameter("date: must not be in the future");
    }
    return date;
  }
}
