package io.sensorium.api.mobility;

import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.driving.BehaviorFeatures;
import io.sensorium.core.id.EventId;
import io.sensorium.core.identity.User;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.driving.Drives;
import io.sensorium.store.timeline.Timelines;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** {@code GET /v2/users/:user_id/events?from=2019-01-01&to=2019-01-02}: newest first. */
final class ListEvents implements UserHandler {

  private final Timelines timelines;
  private final Drives drives;
  private final EventWriter writer;
  private final Clock clock;

  ListEvents(Timelines timelines, Drives drives, EventWriter writer, Clock clock) {
    this.timelines = timelines;
    this.drives = drives;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request, User user) {
    var days = DayRange.of(request);
    var now = clock.instant();
    var events =
        timelines.listEvents(user.id(), days).stream()
            .filter(event -> DayRange.hasBegun(event.when(), days, now))
            .toList();
    var features = features(user, events);
    return Response.json(
        json ->
            json.array(
                events.reversed(),
                event ->
                    writer.write(
                        json,
                        event,
                        features.getOrDefault(event.id(), BehaviorFeatures.NOT_OBSERVED))));
  }

  /** Stays have none. */
  private Map<EventId, BehaviorFeatures> features(User user, List<TimelineEvent> events) {
    var transports = events.stream().filter(TimelineEvent.Transport.class::isInstance).toList();
    return transports.isEmpty()
        ? Map.of()
        : drives.listFeatures(
            user.id(), transports.getFirst().when().start(), transports.getLast().when().start());
  }
}
