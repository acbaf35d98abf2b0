package io.sensorium.api.mobility;

import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.identity.User;
import io.sensorium.store.habit.Habits;

/** {@code GET /v2/users/:user_id/active_moments}: newest first. */
final class ListActiveMoments implements UserHandler {

  private final Habits habits;

  ListActiveMoments(Habits habits) {
    this.habits = habits;
  }

  @Override
  public Response handle(Request request, User user) {
    var moments = habits.listActiveMoments(user.id());
    return Response.json(
        json -> json.array(moments.reversed(), moment -> MomentWriter.active(json, moment)));
  }
}
