package io.sensorium.api.mobility;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.driving.Drive;
import io.sensorium.core.driving.DrivingScores;
import io.sensorium.core.identity.User;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.driving.Drives;

/** {@code GET .../behavior_scores} of v2 and v3: how a car was driven. */
final class ShowScores implements UserHandler {

  private final EventFinder finder;
  private final Drives drives;

  ShowScores(EventFinder finder, Drives drives) {
    this.finder = finder;
    this.drives = drives;
  }

  @Override
  public Response handle(Request request, User user) {
    var event = finder.find(request, user.id());
    if (!(event instanceof TimelineEvent.Transport transport)
        || transport.mode() != TransportMode.CAR) {
      throw ApiError.scoresNotAvailable();
    }
    var scores = drives.find(user.id(), event.id()).map(Drive::scores).orElse(DrivingScores.NONE);
    return Response.json(
        json -> {
          json.beginObject();
          ScoreWriter.trip(json, scores);
          json.endObject();
        });
  }
}
