package io.sensorium.server.roads;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.server.Maps;
import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.simulator.upload.DeviceClient;
import io.sensorium.simulator.upload.Enrolment;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Drives from before there was a map, once there is one. */
class MapChangeTest {

  private static final TownDriver DRIVER = TownDriver.find(Duration.ofDays(1));

  @TempDir private Path directory;

  private Enrolment person;
  private List<ShownDrive> before;

  @BeforeEach
  void aDayWithoutAMap() throws Exception {
    try (var server = start()) {
      var client = client(server);
      var app = client.newApp();
      var http = HttpClient.newHttpClient();
      var phone =
          DeviceClient.of(http, URI.create(server.urls().getFirst())).enrol(app.id(), app.secret());
      DRIVER.uploadTo(phone);
      client.awaitFolded();
      person = phone.enrolment();
      before = shown(client);
      assertThat(typed(before)).isZero();
    }
  }

  private SensoriumServer start() {
    var settings =
        Map.of("http.port", "0", "tls.port", "-1", "engine.renewedTripsPerSecond", "1000");
    return SensoriumServer.start(ConfigReader.read(settings), directory);
  }

  private TestClient client(SensoriumServer server) {
    return new TestClient(URI.create(server.urls().getFirst()), directory);
  }

  private List<ShownDrive> shown(TestClient client) throws Exception {
    return ShownDrive.list(client, person.userId(), person.token());
  }

  private static long typed(List<ShownDrive> drives) {
    return drives.stream()
        .flatMap(drive -> drive.waypoints().valueStream())
        .filter(waypoint -> !waypoint.path("road_type").isNull())
        .count();
  }

  private static void awaitRenewed(TestClient client, int atLeast) throws Exception {
    JsonNode engine = null;
    for (int i = 0; i < 3_000; i++) {
      engine = json(client.get("/admin/v1/status", client.adminToken())).path("engine");
      if (engine.path("trips_to_renew").asLong() == 0
          && engine.path("renewed_trips").asLong() >= atLeast) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("not renewed within a minute: " + engine);
  }

  /** All that is told of the past follows the map, with the ids that were told before. */
  private void assertFollowsRoads(TestClient client) throws Exception {
    var after = shown(client);
    assertThat(typed(after)).isGreaterThan(100);
    for (var leg : DRIVER.drives()) {
      assertThat(ShownDrive.of(leg, after).event().path("event_id"))
          .isEqualTo(ShownDrive.of(leg, before).event().path("event_id"));
      TrajectoryContract.check(ShownDrive.of(leg, after));
    }
    assertSound(client);
  }

  /** What is stored is what is derived by the map of now, of all events. */
  private static void assertSound(TestClient client) throws Exception {
    var verified = json(client.post("/admin/v1/verify", client.adminToken(), null));
    assertThat(verified.path("findings")).isEmpty();
    assertThat(verified.path("other_basis").asLong()).isZero();
  }

  @Test
  void aMapThatComesWhileServingTellsTripsOfThePastAgain() throws Exception {
    try (var server = start()) {
      var client = client(server);
      DRIVER.importMap(directory);
      assertThat(client.post("/admin/v1/maps/reload", client.adminToken(), null).statusCode())
          .isEqualTo(200);

      awaitRenewed(client, 2);

      assertFollowsRoads(client);
    }
  }

  @Test
  void aMapThatCameWhileTheServerWasOffTellsThemAfterTheStart() throws Exception {
    DRIVER.importMap(directory);
    try (var server = start()) {
      var client = client(server);

      awaitRenewed(client, 2);

      assertFollowsRoads(client);
    }
    try (var server = start()) { // nothing is left for the next start
      var client = client(server);
      assertSound(client);
      assertThat(
              json(client.get("/admin/v1/status", client.adminToken()))
                  .at("/engine/renewed_trips")
                  .asLong())
          .isZero();
    }
  }

  @Test
  void aMapThatIsRemovedTakesItsRoadsWithIt() throws Exception {
    DRIVER.importMap(directory);
    try (var server = start()) {
      var client = client(server);
      awaitRenewed(client, 2);
      long renewed =
          json(client.get("/admin/v1/status", client.adminToken()))
              .at("/engine/renewed_trips")
              .asLong();

      assertThat(Maps.in(directory).remove("town")).isTrue();
      client.post("/admin/v1/maps/reload", client.adminToken(), null);
      awaitRenewed(client, (int) renewed + 2);

      assertThat(shown(client)).isEqualTo(before);
    }
  }
}
