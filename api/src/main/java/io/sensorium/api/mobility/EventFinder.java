package io.sensorium.api.mobility;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.timeline.Timelines;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Finds the event that a path names, or refuses with 404. */
interface EventFinder {

  TimelineEvent find(Request request, UserId user);

  /** By {@code :start}, an instant in any offset; a plus sign may have arrived as a space. */
  static EventFinder byStart(Timelines timelines) {
    return (request, user) -> {
      var text = request.pathParameter("start").replace(' ', '+');
      try {
        var start = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return timelines
            .findEventByStart(user, start.toInstant())
            .orElseThrow(ApiError::eventNotFound);
      } catch (DateTimeParseException e) {
        throw ApiError.invalidParameter(
            "start: must be a timestamp such as 2019-03-21T20:08:00.000+01:00");
      }
    };
  }

  /** By {@code :event_id}; a retired id gives the event that took its place. */
  static EventFinder byId(Timelines timelines) {
    return (request, user) -> {
      var text = request.pathParameter("event_id");
      if (!EventId.isValid(text)) {
        throw ApiError.eventNotFound();
      }
      return timelines.findEvent(user, new EventId(text)).orElseThrow(ApiError::eventNotFound);
    };
  }
}
