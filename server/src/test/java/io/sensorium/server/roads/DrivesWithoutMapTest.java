package io.sensorium.server.roads;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.simulator.upload.DeviceClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same day of drives, uploaded to a server without a map. */
class DrivesWithoutMapTest {

  @TempDir private Path directory;

  @Test
  void theWayIsShownAsItWasTravelledAndNothingIsMadeUpOfRoads() throws Exception {
    var driver = TownDriver.find(Duration.ofDays(1));
    var settings = Map.of("http.port", "0", "tls.port", "-1");
    try (var server = SensoriumServer.start(ConfigReader.read(settings), directory)) {
      var url = URI.create(server.urls().getFirst());
      var client = new TestClient(url, directory);
      var app = client.newApp();
      var phone = DeviceClient.of(HttpClient.newHttpClient(), url).enrol(app.id(), app.secret());
      driver.uploadTo(phone);
      client.awaitFolded();

      var person = phone.enrolment();
      var shown = ShownDrive.list(client, person.userId(), person.token());

      assertThat(shown).hasSizeGreaterThan(driver.drives().size());
      for (var drive : shown) {
        TrajectoryContract.check(drive);
        for (var waypoint : drive.waypoints()) {
          assertThat(waypoint.path("road_type").isNull()).isTrue();
          assertThat(waypoint.path("speed_limit").isNull()).isTrue();
        }
      }
    }
  }
}
