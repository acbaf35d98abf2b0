package io.sensorium.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a demo which tells nothing is seen; one that does is looked at by the whole test run. */
class DemoCheckTest {

  @TempDir private Path directory;

  @Test
  void aTimelineWithoutRoadsAndPlacesIsFoundWanting() throws Exception {
    var settings = Map.of("http.port", "0", "tls.port", "-1");
    try (var server = SensoriumServer.start(ConfigReader.read(settings), directory)) {
      var url = URI.create(server.urls().getFirst());
      var phone = new TestClient(url, directory).newPhone();
      var events = "/v2/users/" + phone.userId() + "/events?from=2026-03-02&to=2026-03-03";

      var missing = new DemoCheck(new AdminClient(url, phone.token()), events).missing();

      assertThat(missing)
          .containsExactly(
              "a stay in a city", "a stay at a place with a name", "a drive on a road of the map");
    }
  }
}
