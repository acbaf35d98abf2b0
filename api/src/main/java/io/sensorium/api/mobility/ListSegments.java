package io.sensorium.api.mobility;

import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.identity.User;
import io.sensorium.store.habit.Habits;

/** {@code GET /v2/users/:user_id/segments}: in the order of their definitions' ids. */
final class ListSegments implements UserHandler {

  private final Habits habits;

  ListSegments(Habits habits) {
    this.habits = habits;
  }

  @Override
  public Response handle(Request request, User user) {
    var segments = habits.listSegments(user.id());
    return Response.json(
        json ->
            json.array(
                segments,
                segment -> {
                  json.beginObject();
                  json.field("type", "GenericSegment");
                  json.field("segment_definition_id", segment.definitionId());
                  json.field("explanation_you", segment.explanation());
                  json.endObject();
                }));
  }
}
