package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.core.signals.Sighting;
import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.store.correction.SettledCorrections;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.SnapshotChange;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be told of people is seen by the operator, who has it tried again. */
class ParkedNewsTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static final String FIX =
      "{\"fixes\": [{\"time\": \"2026-03-02T07:31:12Z\", \"lat\": 51.05, \"lon\": 3.72}]}";

  @TempDir private Path directory;

  @Test
  void whatIsParkedIsCountedListedAndTriedAgain() throws Exception {
    String user;
    try (var server = start()) {
      var client = client(server);
      var phone = client.newPhone();
      user = phone.userId();
      json(client.post("/device/v1/signals", phone.token(), FIX));
      client.awaitFolded();
    }
    park(new UserId(user));
    try (var server = start()) {
      var client = client(server);
      var outbox =
          json(client.get("/admin/v1/status", client.adminToken())).path("timeline_outbox");
      var listed = json(client.get("/admin/v1/notifications/parked", client.adminToken()));

      assertThat(outbox.path("parked").asInt()).isEqualTo(1);
      assertThat(outbox.path("oldest").asString()).isEqualTo("2026-03-02T12:00:00.000+00:00");
      assertThat(listed.size()).isEqualTo(1);
      assertThat(listed.get(0).path("user_id").asString()).isEqualTo(user);
      assertThat(listed.get(0).path("type").asString()).isEqualTo("location");
      assertThat(listed.get(0).path("reason").asString()).isEqualTo("it was a test");
      assertThat(client.get("/admin/v1/notifications/parked", null).statusCode()).isEqualTo(401);

      var replay = "/admin/v1/notifications/parked/replay";
      assertThat(json(client.post(replay, client.adminToken(), "")).path("replayed").asInt())
          .isEqualTo(1);

      var after = json(client.get("/admin/v1/status", client.adminToken())).path("timeline_outbox");
      assertThat(after.path("parked").asInt()).isZero();
      assertThat(after.path("oldest").isNull()).isTrue();
      assertThat(json(client.post(replay, client.adminToken(), "")).path("replayed").asInt())
          .isZero();
    }
  }

  private void park(UserId user) {
    try (var store = Store.openSqlite(directory)) {
      var seen = new Sighting(NOON, new LatLon(51.05, 3.7));
      store
          .folds()
          .commit(
              new Revision(
                  user,
                  List.of(),
                  null,
                  store.folds().findHead(user).orElseThrow(),
                  new SnapshotChange(0, 0, List.of()),
                  List.of(),
                  List.of(),
                  List.of(),
                  SettledCorrections.NONE,
                  List.of(TimelineNotification.located(user, null, seen))));
      var notifications = store.timelineOutbox().notifications();
      for (var pending : notifications.listAfter(user, 0, 10)) {
        notifications.park(pending.position(), "it was a test", NOON);
      }
    }
  }

  private SensoriumServer start() {
    return SensoriumServer.start(
        ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory);
  }

  private TestClient client(SensoriumServer server) {
    return new TestClient(URI.create(server.urls().getFirst()), directory);
  }
}
