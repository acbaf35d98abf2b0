package io.sensorium.api.mobility;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.identity.Scope;
import io.sensorium.core.time.LocalDays;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.timeline.Timelines;
import java.time.Clock;

/** {@code GET /v2/users/:user_id/events?from=2019-01-01&to=2019-01-02}: newest first. */
final class ListEvents implements Handler {

  private final Guard guard;
  private final Timelines timelines;
  private final EventWriter writer;
  private final Clock clock;

  ListEvents(Guard guard, Timelines timelines, EventWriter writer, Clock clock) {
    this.guard = guard;
    this.timelines = timelines;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) {
    var user = guard.reader(request, Scope.USER_READ);
    var days = DayRange.of(request);
    var events =
        timelines.listEvents(user.id(), days).stream()
            .filter(event -> hasBegunToShow(event, days))
            .toList();
    return Response.json(
        json -> {
          json.beginArray();
          events.reversed().forEach(event -> writer.write(json, event));
          json.endArray();
        });
  }

  /** An open event shows no day that has not come yet. */
  private boolean hasBegunToShow(TimelineEvent event, LocalDays days) {
    var when = event.when();
    return when.end() != null
        || !clock.instant().atOffset(when.endOffset()).toLocalDate().isBefore(days.from());
  }
}
