package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static io.sensorium.server.contract.MobilitySite.TIMESTAMP;
import static io.sensorium.server.contract.MobilitySite.assertError;
import static io.sensorium.server.contract.MobilitySite.encode;
import static io.sensorium.server.contract.MobilitySite.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.sensorium.core.geo.Polyline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Trajectories and locations of the published mobility API. */
class MobilityTrajectoryContractTest {

  @TempDir private static Path directory;
  private static MobilitySite site;

  @BeforeAll
  static void aPersonWithFourDaysOfHistory() throws Exception {
    site = MobilitySite.start(directory);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void trajectoriesHaveExactlyTheKeysOfTheSampleAndAreTheSameInBothVersions() throws Exception {
    var event = site.transport();
    var v3 = site.client().get(site.v3(event, "/trajectory"), site.token());
    var v2 =
        site.client()
            .get(
                site.path("/events/" + encode(event.path("start").asString()) + "/trajectory"),
                site.token());

    assertThat(v2.body()).isEqualTo(v3.body());
    var trajectory = json(v3);
    assertThat(keys(trajectory)).containsExactly("waypoints", "encoded");
    for (var waypoint : trajectory.path("waypoints")) {
      assertThat(keys(waypoint))
          .containsExactly(
              "type",
              "latitude",
              "longitude",
              "timestamp",
              "road_type",
              "speed",
              "distance",
              "speed_limit");
      assertThat(waypoint.path("timestamp").asString()).matches(TIMESTAMP);
    }
  }

  @Test
  void theTrajectoryIsThePolylineTheDistanceAndTheTimesOfItsEvent() throws Exception {
    for (var event : site.events()) {
      if (event.path("type").asString().equals("Transport")) {
        var trajectory = json(site.client().get(site.v3(event, "/trajectory"), site.token()));
        var decoded = Polyline.decode(trajectory.path("encoded").asString());
        var waypoints = trajectory.path("waypoints");
        double lengthMeters = 0;
        assertThat(waypoints.size()).isEqualTo(decoded.size());
        for (int i = 0; i < waypoints.size(); i++) {
          var waypoint = waypoints.get(i);
          assertThat(waypoint.path("latitude").asDouble()).isEqualTo(decoded.get(i).latitudeDeg());
          assertThat(waypoint.path("longitude").asDouble())
              .isEqualTo(decoded.get(i).longitudeDeg());
          double next =
              i + 1 < decoded.size() ? decoded.get(i).distanceMetersTo(decoded.get(i + 1)) : 0;
          assertThat(waypoint.path("distance").asDouble()).isEqualTo(Math.round(next * 10) / 10.0);
          lengthMeters += next;
        }
        assertThat(event.path("distance").asLong()).isEqualTo(Math.round(lengthMeters));
        assertThat(waypoints.get(0).path("timestamp").asString())
            .isEqualTo(event.path("start").asString());
        assertAscending(waypoints);
      }
    }
  }

  private static void assertAscending(JsonNode waypoints) {
    for (int i = 1; i < waypoints.size(); i++) {
      assertThat(OffsetDateTime.parse(waypoints.get(i).path("timestamp").asString()))
          .isAfter(OffsetDateTime.parse(waypoints.get(i - 1).path("timestamp").asString()));
    }
  }

  @Test
  void speedsAreInKilometersAnHour() throws Exception {
    for (var event : site.events()) {
      if (event.path("type").asString().equals("Transport")) {
        var waypoints =
            json(site.client().get(site.v3(event, "/trajectory"), site.token())).path("waypoints");
        var start = OffsetDateTime.parse(event.path("start").asString());
        var end = OffsetDateTime.parse(event.path("end").asString());
        double seconds = Duration.between(start, end).toMillis() / 1e3;
        double meanKmh = 3.6 * event.path("distance").asDouble() / seconds;

        assertThat(meanSpeedKmh(waypoints)).isCloseTo(meanKmh, withinPercentage(30));
      }
    }
  }

  /** Each speed counts for as long as it takes to the next waypoint. */
  private static double meanSpeedKmh(JsonNode waypoints) {
    double sum = 0;
    double seconds = 0;
    for (int i = 1; i < waypoints.size(); i++) {
      var from = waypoints.get(i - 1);
      var at = OffsetDateTime.parse(from.path("timestamp").asString());
      var next = OffsetDateTime.parse(waypoints.get(i).path("timestamp").asString());
      double step = Duration.between(at, next).toMillis() / 1e3;
      sum += step * from.path("speed").asDouble();
      seconds += step;
    }
    return sum / seconds;
  }

  @Test
  void aStayHasNoTrajectory() throws Exception {
    var stay = site.first("Stationary");

    assertError(
        site.client().get(site.v3(stay, "/trajectory"), site.token()),
        404,
        "TRAJECTORY_NOT_AVAILABLE");
  }

  @Test
  void theLocationIsTheNewestFix() throws Exception {
    var location = json(site.client().get(site.path("/location"), site.token()));

    assertThat(keys(location)).containsExactly("type", "latitude", "longitude", "timestamp");
    assertThat(location.path("type").asString()).isEqualTo("Waypoint");
    assertThat(location.path("timestamp").asString()).matches(TIMESTAMP).endsWith("+01:00");
  }

  @Test
  void whoWasNeverSeenHasNoLocation() throws Exception {
    assertError(
        site.client()
            .get("/v2/users/" + site.stranger().userId() + "/location", site.stranger().token()),
        404,
        "LOCATION_NOT_FOUND");
  }
}
