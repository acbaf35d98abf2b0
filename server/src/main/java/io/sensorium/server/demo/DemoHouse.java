package io.sensorium.server.demo;

import io.sensorium.core.alarm.Direction;
import io.sensorium.server.Progress;
import io.sensorium.simulator.LiveGateways;
import io.sensorium.simulator.sensing.GatewayPlan;
import io.sensorium.simulator.sensing.Quantity;
import io.sensorium.simulator.sensing.SiteHistory;
import io.sensorium.simulator.sensing.Sites;
import io.sensorium.simulator.sensing.Spot;
import io.sensorium.simulator.sensing.Troubles;
import io.sensorium.simulator.upload.GatewayClient;
import io.sensorium.simulator.upload.SensorApiClient;
import io.sensorium.simulator.upload.SensorApiClient.SourceKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A house with fridges and a van, whose sensors sent two weeks of history and send on now. */
public final class DemoHouse {

  private static final Duration HISTORY = Duration.ofDays(14);
  private static final Duration BETWEEN_UPLOADS = Duration.ofHours(1);
  private static final double TOO_WARM_CELSIUS = 8;
  private static final Duration WARM_FOR = Duration.ofMinutes(10);

  /** What the demo's calls are about, by the id of the sensor API. */
  public record Sources(long vaccineFridge, long livingRoom) {}

  private final SiteHistory history;
  private final Map<GatewayPlan, GatewayClient> gateways = new LinkedHashMap<>();
  private final Clock clock;
  private final Instant now;

  /**
   * A house on a server.
   *
   * @param newToken makes a gateway known by its serial, and tells its token
   */
  public DemoHouse(
      long seed, HttpClient http, URI server, Function<String, String> newToken, Clock clock) {
    this.clock = clock;
    this.now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    var start = now.minus(HISTORY);
    var site = Sites.house(seed, 0, start, Troubles.ORDINARY);
    history = new SiteHistory(site, start);
    for (var gateway : site.gateways()) {
      var token = newToken.apply(gateway.serial());
      gateways.put(gateway, new GatewayClient(http, server, token));
    }
  }

  /** Its owner claims the gateways, and wants to know when the vaccine fridge is too warm. */
  public Sources moveIn(SensorApiClient owner) {
    gateways.keySet().forEach(gateway -> owner.claim(gateway.serial(), gateway.title()));
    var first = gateways.values().iterator().next();
    history.site().sensors().forEach(first::pair);
    var ids = owner.listSources();
    long fridge = idOf(ids, Spot.VACCINE_FRIDGE);
    owner.createAlarm(fridge, Direction.ABOVE, TOO_WARM_CELSIUS, WARM_FOR);
    return new Sources(fridge, idOf(ids, Spot.LIVING_ROOM));
  }

  private long idOf(Map<SourceKey, Long> ids, Spot spot) {
    var key = new SourceKey(history.site().sensorAt(spot).serial(), Quantity.TEMPERATURE);
    var id = ids.get(key);
    if (id == null) {
      throw new IllegalStateException("the server does not know " + key);
    }
    return id;
  }

  /** Uploads the history, some of it late and twice as in life. */
  public void uploadHistory(Progress progress) {
    double all = (double) HISTORY.dividedBy(BETWEEN_UPLOADS) * gateways.size();
    int[] sent = {0};
    history
        .uploads(now, BETWEEN_UPLOADS)
        .forEach(
            upload -> {
              clientOf(upload.gateway()).upload(upload);
              progress.show(Math.min(1, ++sent[0] / all), history.site().name());
            });
  }

  private GatewayClient clientOf(GatewayPlan gateway) {
    var client = gateways.get(gateway);
    if (client == null) {
      throw new IllegalStateException("no client for the gateway " + gateway.serial());
    }
    return client;
  }

  /** The gateways as they go on; run it in a thread of its own. */
  public LiveGateways newLive() {
    return new LiveGateways(history, now, gateways, clock);
  }
}
