package io.sensorium.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.simulator.upload.DeviceClient;
import io.sensorium.simulator.upload.FakeServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveDriverTest {

  @Test
  void aDriverUploadsTenFixesEachTenSecondsOfTheClock() throws IOException {
    var clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    try (var http = HttpClient.newHttpClient();
        var server = new FakeServer()) {
      var driver = driver(http, server, clock);

      int atOnce = driver.uploadWhatIsDue();
      clock.advance(Duration.ofSeconds(35));
      int later = driver.uploadWhatIsDue();
      int again = driver.uploadWhatIsDue();

      assertThat(atOnce).isZero();
      assertThat(later).isEqualTo(3);
      assertThat(again).isZero();
      assertThat(server.batches())
          .allSatisfy(batch -> assertThat(batch.split("\"lat\"", -1)).hasSize(11))
          .satisfies(batches -> assertThat(batches.getFirst()).contains("1772438400"));
    }
  }

  @Test
  void aDriverThatIsStoppedUploadsWhatIsDueAndEnds() throws IOException {
    var clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    try (var http = HttpClient.newHttpClient();
        var server = new FakeServer()) {
      var driver = driver(http, server, clock);
      clock.advance(Duration.ofSeconds(11));
      driver.stop();

      driver.run();

      assertThat(server.batches()).hasSize(1);
      assertThat(driver.findLastFailure()).isEmpty();
    }
  }

  private static LiveDriver driver(HttpClient http, FakeServer server, Clock clock) {
    var person = Simulation.town(1, 1).people().getFirst();
    var client = DeviceClient.of(http, server.uri()).clock(clock).enrol("application", "secret");
    return new LiveDriver(person, client, clock);
  }
}
