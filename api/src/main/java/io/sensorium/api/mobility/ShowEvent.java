package io.sensorium.api.mobility;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.identity.Scope;

/**
 * {@code GET /v2/users/:user_id/events/:start} and {@code GET /v3/users/:user_id/events/:event_id}:
 * an array of exactly one event.
 */
final class ShowEvent implements Handler {

  private final Guard guard;
  private final EventFinder finder;
  private final EventWriter writer;

  ShowEvent(Guard guard, EventFinder finder, EventWriter writer) {
    this.guard = guard;
    this.finder = finder;
    this.writer = writer;
  }

  @Override
  public Response handle(Request request) {
    var user = guard.reader(request, Scope.USER_READ);
    var event = finder.find(request, user.id());
    return Response.json(
        json -> {
          json.beginArray();
          writer.write(json, event);
          json.endArray();
        });
  }
}
