package io.sensorium.simulator;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.simulator.sensing.SiteHistory;
import io.sensorium.simulator.sensing.Sites;
import io.sensorium.simulator.sensing.Troubles;
import io.sensorium.simulator.upload.FakeSensorServer;
import io.sensorium.simulator.upload.GatewayClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LiveGatewaysTest {

  private static final Instant START = Instant.parse("2026-02-02T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final SiteHistory history =
      new SiteHistory(Sites.house(1, 0, START, Troubles.NONE), START.minus(HOUR));

  @Test
  void gatewaysSendWhatIsMeasuredByTheClock() throws IOException {
    var clock = new SettableClock(START);
    try (var http = HttpClient.newHttpClient();
        var server = new FakeSensorServer()) {
      var gateways = live(http, server, clock);

      int atOnce = gateways.uploadWhatIsDue();
      clock.advance(HOUR);
      int later = gateways.uploadWhatIsDue();
      int again = gateways.uploadWhatIsDue();

      // 3 fridges with 12 temperatures, 2 sensors with 4 temperatures and humidities, 12 CO2 ...
      assertThat(atOnce).isZero();
      assertThat(later).isBetween(3 * 12 + 2 * 8 + 12, 3 * 12 + 2 * 8 + 12 + 60);
      assertThat(again).isZero();
      assertThat(server.requests()).anyMatch(request -> request.contains("Bearer House"));
      assertThat(server.requests()).anyMatch(request -> request.contains("Bearer Van"));
    }
  }

  @Test
  void gatewaysThatAreStoppedSendWhatIsDueAndEnd() throws IOException {
    var clock = new SettableClock(START);
    try (var http = HttpClient.newHttpClient();
        var server = new FakeSensorServer()) {
      var gateways = live(http, server, clock);
      clock.advance(HOUR);
      gateways.stop();

      gateways.run();

      assertThat(server.requests()).isNotEmpty();
      assertThat(gateways.findLastFailure()).isEmpty();
    }
  }

  @Test
  void aRefusalIsRememberedAndTheSameIsSentAgain() throws IOException {
    var clock = new SettableClock(START);
    try (var http = HttpClient.newHttpClient();
        var server = new FakeSensorServer()) {
      var gateways = live(http, server, clock);
      clock.advance(Duration.ofMinutes(10));
      server.refuseNext(500);
      gateways.stop();
      gateways.run();

      assertThat(gateways.findLastFailure()).isPresent();
      gateways.run();
      assertThat(server.requests().get(1)).isEqualTo(server.requests().getFirst());
    }
  }

  private LiveGateways live(HttpClient http, FakeSensorServer server, Clock clock) {
    var clients =
        history.site().gateways().stream()
            .collect(
                toMap(
                    Function.identity(),
                    gateway -> new GatewayClient(http, server.uri(), gateway.title())));
    return new LiveGateways(history, START, clients, clock);
  }
}
