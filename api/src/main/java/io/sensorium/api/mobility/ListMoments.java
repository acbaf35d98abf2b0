package io.sensorium.api.mobility;

import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.identity.User;
import io.sensorium.store.habit.Habits;
import java.time.Clock;

/** {@code GET /v2/users/:user_id/moments?from=2019-03-21&to=2019-03-22}: newest first. */
final class ListMoments implements UserHandler {

  private final Habits habits;
  private final Clock clock;

  ListMoments(Habits habits, Clock clock) {
    this.habits = habits;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request, User user) {
    var days = DayRange.of(request);
    var now = clock.instant();
    var moments =
        habits.listMoments(user.id(), days).stream()
            .filter(moment -> DayRange.hasBegun(moment.when(), days, now))
            .toList();
    return Response.json(
        json -> json.array(moments.reversed(), moment -> MomentWriter.ofHistory(json, moment)));
  }
}
