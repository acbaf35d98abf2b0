package io.sensorium.api.mobility;

import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.driving.BehaviorFeatures;
import io.sensorium.core.identity.User;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.driving.Drives;
import java.util.List;

/**
 * {@code GET /v2/users/:user_id/events/:start} and {@code GET /v3/users/:user_id/events/:event_id}:
 * an array of exactly one event.
 */
final class ShowEvent implements UserHandler {

  private final EventFinder finder;
  private final Drives drives;
  private final EventWriter writer;

  ShowEvent(EventFinder finder, Drives drives, EventWriter writer) {
    this.finder = finder;
    this.drives = drives;
    this.writer = writer;
  }

  @Override
  public Response handle(Request request, User user) {
    var event = finder.find(request, user.id());
    var features =
        event instanceof TimelineEvent.Transport
            ? drives.findFeatures(user.id(), event.id()).orElse(BehaviorFeatures.NOT_OBSERVED)
            : BehaviorFeatures.NOT_OBSERVED;
    return Response.json(
        json -> json.array(List.of(event), it -> writer.write(json, it, features)));
  }
}
