package io.sensorium.api.mobility;

import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.habit.Anomaly;
import io.sensorium.core.identity.User;
import io.sensorium.store.habit.Habits;
import java.util.Comparator;

/** {@code GET /v2/users/:user_id/anomalies?from=2019-03-21&to=2019-03-21}: newest first. */
final class ListAnomalies implements UserHandler {

  /** Those of one instant stay in the order in which they were given. */
  private static final Comparator<Anomaly> NEWEST_FIRST =
      Comparator.comparing(Anomaly::start, Comparator.reverseOrder());

  private final Habits habits;

  ListAnomalies(Habits habits) {
    this.habits = habits;
  }

  @Override
  public Response handle(Request request, User user) {
    var anomalies =
        habits.listAnomalies(user.id(), DayRange.of(request)).stream()
            .sorted(NEWEST_FIRST)
            .toList();
    return Response.json(
        json -> json.array(anomalies, anomaly -> AnomalyWriter.write(json, anomaly)));
  }
}
