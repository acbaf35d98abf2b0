package io.sensorium.api.mobility;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.identity.User;
import io.sensorium.core.time.Micros;
import io.sensorium.core.time.ZoneLookup;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.PathPoint;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.timeline.Timelines;

/** {@code GET .../trajectory} of v2 and v3: the way of a transport, and the same as a polyline. */
final class ShowTrajectory implements UserHandler {

  private final EventFinder finder;
  private final Timelines timelines;
  private final ZoneLookup zones;

  ShowTrajectory(EventFinder finder, Timelines timelines, ZoneLookup zones) {
    this.finder = finder;
    this.timelines = timelines;
    this.zones = zones;
  }

  @Override
  public Response handle(Request request, User user) {
    if (!(finder.find(request, user.id()) instanceof TimelineEvent.Transport transport)) {
      throw ApiError.trajectoryNotAvailable();
    }
    var path = timelines.findPath(user.id(), transport.id()).orElseThrow(ApiError::eventNotFound);
    return Response.json(json -> write(json, path));
  }

  private void write(JsonWriter json, Path path) {
    var points = path.points();
    var offsets = new LocalOffsets(zones);
    json.beginObject();
    json.beginArray("waypoints");
    for (int i = 0; i < points.size(); i++) {
      var next = points.get(Math.min(i + 1, points.size() - 1));
      writeWaypoint(
          json, offsets, points.get(i), points.get(i).position().distanceMetersTo(next.position()));
    }
    json.endArray();
    json.field("encoded", path.encoded());
    json.endObject();
  }

  private void writeWaypoint(
      JsonWriter json, LocalOffsets offsets, PathPoint point, double distanceMeters) {
    json.beginObject();
    json.field("type", "TrajectoryWaypoint");
    json.field("latitude", point.position().latitudeDeg(), 5);
    json.field("longitude", point.position().longitudeDeg(), 5);
    var time = Micros.toInstant(point.timeMicros());
    json.field("timestamp", time, offsets.at(point.position(), time));
    json.field("road_type", point.roadType());
    json.field("speed", point.speedKmh(), 1);
    json.field("distance", distanceMeters, 1);
    var limitKmh = point.speedLimitKmh();
    if (limitKmh == null) {
      json.nullField("speed_limit");
    } else {
      json.field("speed_limit", limitKmh, 2);
    }
    json.endObject();
  }
}
