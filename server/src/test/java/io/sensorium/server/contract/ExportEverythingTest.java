package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.api.people.export.PersonExport;
import io.sensorium.api.people.export.PersonStores;
import io.sensorium.core.bytes.Blob;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.core.signals.Sighting;
import io.sensorium.store.correction.SettledCorrections;
import io.sensorium.store.erasure.PersonWithEverything;
import io.sensorium.store.outbox.Callbacks.NewCallback;
import io.sensorium.store.outbox.NotificationQueue.NewDelivery;
import io.sensorium.store.outbox.NotificationQueue.Told;
import io.sensorium.store.sealing.SealingKey;
import io.sensorium.store.sql.PersonTables;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.SnapshotChange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every table that holds something of a person has its place in the archive that they get. */
@NullMarked
class ExportEverythingTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  /** The files that show what is in each table. */
  private static final Map<String, List<String>> FILES =
      Map.ofEntries(
          Map.entry("inbox", List.of("waiting.json")),
          Map.entry("parked", List.of("waiting.json")),
          Map.entry(
              "blocks",
              List.of("fixes.json", "motion.json", "activity.json", "phone.json", "steps.json")),
          Map.entry("events", List.of("events.json")),
          Map.entry("paths", List.of("events.json")),
          Map.entry("retired_events", List.of("retired_events.json")),
          Map.entry("corrections", List.of("corrections.json")),
          Map.entry("drives", List.of("drives.json")),
          Map.entry("car_behavior", List.of("car_behavior.json")),
          Map.entry("period_scores", List.of("driving_scores.json")),
          Map.entry("segments", List.of("segments.json")),
          Map.entry("location_clusters", List.of("location_clusters.json")),
          Map.entry("moments", List.of("moments.json")),
          Map.entry("anomalies", List.of("anomalies.json")),
          Map.entry("notifications", List.of("notifications.json")),
          Map.entry("deliveries", List.of("messages.json")));

  /** Tables without a file, each with the reason. */
  private static final Map<String, String> WITHOUT_FILE =
      Map.of(
          "heads", "the state of the fold, in bytes of its own: derived again from the fixes",
          "snapshots", "earlier states of the fold, as heads",
          "followers", "that a stream of theirs is or was open, for a day at most",
          "batches", "keys by which a batch that is sent twice is known for a week");

  @TempDir private Path directory;
  private Store store;
  private PersonWithEverything anna;
  private PersonWithEverything berta;

  @BeforeEach
  void twoPeople() {
    store = Store.openSqlite(directory);
    var application = PersonWithEverything.application(store, 1);
    anna = PersonWithEverything.in(store, application, 2, "Anna");
    berta = PersonWithEverything.in(store, application, 3, "Berta");
    for (var one : List.of(anna, berta)) {
      tellOf(one);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** One piece of news that went to a webhook. */
  private void tellOf(PersonWithEverything one) {
    var user = one.person().id();
    var news = TimelineNotification.located(user, null, new Sighting(NOON, new LatLon(51.05, 3.7)));
    store.folds().commit(revision(user, news));
    var url = new CallbackUrl("https://receiver.example/hook");
    var webhook =
        store
            .timelineOutbox()
            .webhooks(SealingKey.ofDirectory(directory))
            .create(new NewCallback(one.person().application(), null, url, 15, NOON))
            .orElseThrow()
            .callback();
    var body = "{\"about\": \"" + user + "\"}";
    var delivery = new NewDelivery(webhook.id(), "message of " + user, "location", body);
    var notifications = store.timelineOutbox().notifications();
    notifications.tell(
        notifications.listAfter(user, 0, 1), new Told(List.of(delivery), Optional.empty()), NOON);
  }

  private static Revision revision(UserId user, TimelineNotification news) {
    return new Revision(
        user,
        List.of(),
        null,
        new FoldHead(Blob.EMPTY, 0, 0, Long.MAX_VALUE, 2),
        new SnapshotChange(0, 0, List.of()),
        List.of(),
        List.of(),
        List.of(),
        SettledCorrections.NONE,
        List.of(news));
  }

  private Map<String, String> export(PersonWithEverything one) throws IOException {
    var stores =
        new PersonStores(
            store.identities(),
            store.history(),
            store.timelines(),
            store.corrections(),
            store.drives(),
            store.drivingSummaries(),
            store.habits(),
            store.timelineOutbox().notifications());
    var out = new ByteArrayOutputStream();
    new PersonExport(stores).write(one.person(), out);
    var files = new HashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static JsonNode json(Map<String, String> files, String name) {
    return JSON.readTree(files.getOrDefault(name, "null"));
  }

  @Test
  void everyTableHasAFileOrAReasonToHaveNone() {
    var tables = new TreeSet<>(PersonTables.BY_USER);
    tables.addAll(PersonTables.BY_INSTALL);
    var known = new TreeSet<>(FILES.keySet());
    known.addAll(WITHOUT_FILE.keySet());

    assertThat(known).isEqualTo(tables);
    assertThat(FILES.keySet()).doesNotContainAnyElementsOf(WITHOUT_FILE.keySet());
  }

  @Test
  void everyFileHasWhatIsInItsTable() throws Exception {
    var files = export(anna);

    for (var names : FILES.values()) {
      for (var name : names) {
        assertThat(json(files, name).size()).as(name).isPositive();
      }
    }
    assertThat(json(files, "waiting.json").size()).isEqualTo(2); // one of them is parked
    assertThat(json(files, "events.json").valueStream())
        .anyMatch(event -> event.path("path").size() == 2);
    assertThat(json(files, "location_clusters.json").get(0).path("address").has("street")).isTrue();
    assertThat(json(files, "drives.json").get(0).path("annotations").size()).isPositive();
    assertThat(json(files, "drives.json").get(0).path("scores").size()).isPositive();
    assertThat(files.get("messages.json")).contains(anna.person().id().value());
  }

  @Test
  void nothingOfOthersIsInIt() throws Exception {
    var all = String.join("\n", export(anna).values());

    for (var text : Set.copyOf(berta.texts())) {
      assertThat(all).doesNotContain(text);
    }
  }
}
