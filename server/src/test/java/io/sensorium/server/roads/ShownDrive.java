package io.sensorium.server.roads;

import static io.sensorium.server.TestClient.json;

import io.sensorium.core.geo.LatLon;
import io.sensorium.server.TestClient;
import io.sensorium.simulator.truth.TrueSpan;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A transport as the API shows it, with its trajectory. */
record ShownDrive(JsonNode event, JsonNode trajectory) {

  /** The transports of a person, each with the trajectory of the same event. */
  static List<ShownDrive> list(TestClient client, String userId, String token) throws Exception {
    var shown = new ArrayList<ShownDrive>();
    var path = "/v2/users/" + userId + "/events" + TownDriver.allDays();
    for (var event : json(client.get(path, token))) {
      if (event.path("type").asString().equals("Transport")) {
        var id = event.path("event_id").asString();
        var v3 = "/v3/users/" + userId + "/events/" + id + "/trajectory";
        shown.add(new ShownDrive(event, json(client.get(v3, token))));
      }
    }
    return shown;
  }

  /** The drive that covers most of a true one. */
  static ShownDrive of(TrueSpan.Leg leg, List<ShownDrive> shown) {
    return shown.stream()
        .filter(it -> it.event.path("mode").asString().equals("car"))
        .max(Comparator.comparingLong(it -> it.overlapMicros(leg)))
        .orElseThrow();
  }

  private long overlapMicros(TrueSpan.Leg leg) {
    return Math.min(micros(event.path("end")), leg.endMicros())
        - Math.max(micros(event.path("start")), leg.startMicros());
  }

  static long micros(JsonNode timestamp) {
    return OffsetDateTime.parse(timestamp.asString()).toInstant().toEpochMilli() * 1_000;
  }

  JsonNode waypoints() {
    return trajectory.path("waypoints");
  }

  static LatLon position(JsonNode waypoint) {
    return new LatLon(waypoint.path("latitude").asDouble(), waypoint.path("longitude").asDouble());
  }

  /** The last waypoint at or before an instant; null outside of the drive. */
  @Nullable JsonNode waypointAt(long timeMicros) {
    JsonNode last = null;
    for (var waypoint : waypoints()) {
      if (micros(waypoint.path("timestamp")) > timeMicros) {
        return last;
      }
      last = waypoint;
    }
    return null;
  }
}
