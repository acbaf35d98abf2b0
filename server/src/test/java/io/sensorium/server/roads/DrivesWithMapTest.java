package io.sensorium.server.roads;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.simulator.town.Street;
import io.sensorium.simulator.truth.TrueSpan;
import io.sensorium.simulator.upload.DeviceClient;
import io.sensorium.simulator.upload.Enrolment;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A day of drives, uploaded to a server that has the town's map, beside what was true. */
class DrivesWithMapTest {

  private static final double MOST_MISMATCH_RATIO = 0.01;
  private static final double LEAST_RIGHT_RATIO = 0.98;
  private static final double POSITION_ERROR_METERS = 0.8; // of five decimals

  @TempDir private static Path directory;

  private static final TownDriver DRIVER = TownDriver.find(Duration.ofDays(1));
  private static SensoriumServer server;
  private static TestClient client;
  private static Enrolment person;
  private static List<ShownDrive> shown;

  @BeforeAll
  static void aDayOfDrives() throws Exception {
    DRIVER.importMap(directory);
    server =
        SensoriumServer.start(
            ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory);
    var url = URI.create(server.urls().getFirst());
    client = new TestClient(url, directory);
    var app = client.newApp();
    var phone = DeviceClient.of(HttpClient.newHttpClient(), url).enrol(app.id(), app.secret());
    DRIVER.uploadTo(phone);
    client.awaitFolded();
    person = phone.enrolment();
    shown = ShownDrive.list(client, person.userId(), person.token());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void trajectoriesKeepTheContract() throws Exception {
    assertThat(shown).hasSizeGreaterThan(DRIVER.drives().size());
    for (var drive : shown) {
      TrajectoryContract.check(drive);
      var start = URLEncoder.encode(drive.event().path("start").asString(), StandardCharsets.UTF_8);
      var v2 = "/v2/users/" + person.userId() + "/events/" + start + "/trajectory";
      assertThat(json(client.get(v2, person.token()))).isEqualTo(drive.trajectory());
    }
  }

  @Test
  void eachWaypointOfADriveLiesOnTheRoadOfItsType() {
    var finder = new StreetFinder(DRIVER.town());
    for (var leg : DRIVER.drives()) {
      var waypoints = ShownDrive.of(leg, shown).waypoints();
      // the first one is where the walk to the car ended
      for (int i = 1; i < waypoints.size(); i++) {
        var waypoint = waypoints.get(i);
        if (!waypoint.path("road_type").isNull()) {
          var found = finder.nearest(ShownDrive.position(waypoint));
          assertThat(found.meters()).isLessThan(1.5); // five decimals are some 0.7 m
        }
      }
    }
  }

  @Test
  void betweenTwoFixesTheSpeedIsConstant() {
    var fixTimes = DRIVER.fixTimesMicros();
    int shapePoints = 0;
    for (var leg : DRIVER.drives()) {
      var waypoints = ShownDrive.of(leg, shown).waypoints();
      int from = 0;
      for (int i = 1; i < waypoints.size(); i++) {
        long time = ShownDrive.micros(waypoints.get(i).path("timestamp"));
        if (fixTimes.contains(time)) {
          if (fixTimes.lower(time) == ShownDrive.micros(waypoints.get(from).path("timestamp"))) {
            shapePoints += i - from - 1;
            checkConstantSpeed(waypoints, from, i);
          }
          from = i;
        }
      }
    }

    assertThat(shapePoints).isGreaterThan(50);
  }

  /** As far as five decimals of a degree tell. */
  private static void checkConstantSpeed(JsonNode waypoints, int from, int to) {
    double meters = 0;
    for (int i = from; i < to; i++) {
      meters += waypoints.get(i).path("distance").asDouble();
    }
    double mps = meters / seconds(waypoints, from, to);
    for (int i = from; i < to; i++) {
      assertThat(waypoints.get(i).path("distance").asDouble())
          .isCloseTo(mps * seconds(waypoints, i, i + 1), within(2 * POSITION_ERROR_METERS));
    }
  }

  private static double seconds(JsonNode waypoints, int from, int to) {
    long start = ShownDrive.micros(waypoints.get(from).path("timestamp"));
    return (ShownDrive.micros(waypoints.get(to).path("timestamp")) - start) * 1e-6;
  }

  @Test
  void theRoadsThatAreShownAreThoseThatWereDriven() {
    double trueMeters = 0;
    double wrongMeters = 0;
    for (var leg : DRIVER.drives()) {
      var driven = drivenStreets(leg);
      var ends = Set.of(leg.roads().getFirst().wayId(), leg.roads().getLast().wayId());
      var found = new StreetFinder(DRIVER.town()).streetsOf(ShownDrive.of(leg, shown));
      trueMeters += meters(driven);
      wrongMeters += meters(without(driven, found, ends)) + meters(without(found, driven, ends));
    }

    assertThat(trueMeters).isGreaterThan(5_000);
    assertThat(wrongMeters / trueMeters).isLessThan(MOST_MISMATCH_RATIO);
  }

  private static Set<Street> drivenStreets(TrueSpan.Leg leg) {
    return leg.roads().stream()
        .map(road -> DRIVER.town().streets().street((int) road.wayId() - 1))
        .collect(Collectors.toSet());
  }

  /** A drive begins and ends somewhere on a street: nobody can say how much of it was driven. */
  private static Set<Street> without(Set<Street> some, Set<Street> others, Set<Long> ends) {
    return some.stream()
        .filter(street -> !others.contains(street) && !ends.contains(street.roadway().wayId()))
        .collect(Collectors.toSet());
  }

  private static double meters(Set<Street> streets) {
    return streets.stream().mapToDouble(Street::lengthMeters).sum();
  }

  @Test
  void typeAndLimitAreTrueForNearlyEverySecond() {
    int seconds = 0;
    int rightTypes = 0;
    int signedSeconds = 0;
    int rightLimits = 0;
    for (var leg : DRIVER.drives()) {
      var drive = ShownDrive.of(leg, shown);
      for (var road : leg.roads()) {
        boolean signed = DRIVER.town().streets().street((int) road.wayId() - 1).signed();
        for (long time = road.startMicros(); time < road.endMicros(); time += 1_000_000) {
          var waypoint = drive.waypointAt(time);
          if (waypoint != null) {
            seconds++;
            rightTypes += waypoint.path("road_type").asString("").equals(road.roadType()) ? 1 : 0;
            signedSeconds += signed ? 1 : 0;
            double limit = waypoint.path("speed_limit").asDouble(0);
            rightLimits += signed && limit == Math.round(road.limitKmh()) ? 1 : 0;
          }
        }
      }
    }

    assertThat(seconds).isGreaterThan(600);
    assertThat((double) rightTypes / seconds).isGreaterThan(LEAST_RIGHT_RATIO);
    assertThat((double) rightLimits / signedSeconds).isGreaterThan(LEAST_RIGHT_RATIO);
  }
}
