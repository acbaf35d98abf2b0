package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.api.mobility.TimelineMessages;
import io.sensorium.atlas.timezone.BorderZones;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.core.place.Gazetteer;
import io.sensorium.store.PublishedSamples;
import io.sensorium.store.outbox.NotificationQueue.Pending;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of moments when they are stored. */
class MomentNewsTest {

  private static final UserId USER = new UserId("0123456789abcdef01234567");

  @TempDir private Path directory;

  @Test
  void aMomentIsToldAsTheApiShowsItAndItsRemovalByTheSameId() {
    var moment = PublishedSamples.moments().getFirst();
    try (var store = Store.openSqlite(directory)) {
      var messages =
          new TimelineMessages(
              store.timelines(),
              store.drives(),
              store.habits(),
              new BorderZones(directory.resolve("cache")),
              Gazetteer.NONE,
              Clock.systemUTC());
      store.habits().replaceMoments(USER, Instant.EPOCH, List.of(moment));
      var changed = json(messages.item(news(store).getLast()).orElseThrow());
      var early = news(store).getLast();
      store.habits().replaceMoments(USER, Instant.EPOCH, List.of());
      var removed = json(messages.item(news(store).getLast()).orElseThrow());

      assertThat(changed.at("/meta/message_type").asString()).isEqualTo("moment");
      assertThat(changed.at("/data/user_id").asString()).isEqualTo(USER.value());
      assertThat(changed.at("/data/events/0/action").asString()).isEqualTo("moment_changed");
      assertThat(changed.at("/data/events/0/moment_definition_id").asString())
          .isEqualTo(moment.definitionId());
      assertThat(changed.at("/data/events/0").has("end")).isTrue();
      assertThat(changed.at("/data/events/0/moment_id").asString()).matches("[0-9a-f]{64}");
      assertThat(removed.at("/data/events/0/action").asString()).isEqualTo("moment_removed");
      assertThat(removed.at("/data/events/0/moment_id"))
          .isEqualTo(changed.at("/data/events/0/moment_id"));
      assertThat(messages.item(early)).isEmpty(); // its removal is told next
    }
  }

  private static List<TimelineNotification> news(Store store) {
    return store.timelineOutbox().notifications().listPending(100).stream()
        .map(Pending::notification)
        .toList();
  }

  private static JsonNode json(String text) {
    return new JsonMapper().readTree(text);
  }
}
