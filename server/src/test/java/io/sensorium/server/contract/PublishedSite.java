package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.geo.Polyline;
import io.sensorium.core.id.AccountId;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Account;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Role;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.identity.User;
import io.sensorium.core.time.LocalDays;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.PathPoint;
import io.sensorium.core.timeline.Significance;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TimelineEvent.Span;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.store.PublishedSamples;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.SnapshotChange;
import io.sensorium.store.timeline.StoredEvent;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server whose store holds what the published samples show.
 *
 * @param driver has the events, drives, and habits of the samples
 * @param walker has the location and the history of moments of the samples
 * @param controlToken of the control user of the samples
 * @param foreignDeveloperToken of a developer in the account of that control user
 * @param expiredToken was the driver's
 */
record PublishedSite(
    SensoriumServer server,
    TestClient client,
    TestClient.App app,
    TestClient.Phone driver,
    TestClient.Phone walker,
    String controlToken,
    String foreignDeveloperToken,
    String expiredToken)
    implements AutoCloseable {

  static final EventId TRANSPORT =
      new EventId("b699235f9e1e0b140b3d531466f0b79811044bb22925ed0e4d420e3fa44d65d6");
  static final EventId STAY = new EventId("37954206-7468-407f-bfa6-33c9ddaab785");
  static final EventId WALK = new EventId("c".repeat(64));

  private static final String CONTROL_ID = "5c9417700000000000000000";
  private static final Map<String, String> SETTINGS =
      Map.of("http.port", "0", "tls.port", "-1", "limits.failedLoginsPerMinute", "100000");

  static PublishedSite start(java.nio.file.Path directory) throws Exception {
    return start(directory, Map.of(), "");
  }

  /**
   * The same.
   *
   * @param more settings of the server
   * @param databaseUrl empty for the files of the directory
   */
  static PublishedSite start(
      java.nio.file.Path directory, Map<String, String> more, String databaseUrl) throws Exception {
    var settings = new HashMap<>(SETTINGS);
    settings.putAll(more);
    settings.put("database.url", databaseUrl);
    TestClient.App app;
    TestClient.Phone driver;
    TestClient.Phone walker;
    try (var server = startServer(directory, settings)) {
      var client = client(server, directory);
      app = client.newApp();
      driver = client.newPhone(app);
      walker = client.newPhone(app);
      var fix =
          "{\"time\":\"2019-03-22T13:04:31.929Z\",\"lat\":51.19766,\"lon\":4.41042,\"accuracy\":5}";
      json(client.post("/device/v1/signals", walker.token(), "{\"fixes\":[" + fix + "]}"));
      json(client.post("/device/v1/signals", driver.token(), "{\"fixes\":[" + fix + "]}"));
      client.awaitFolded();
    }
    var control = new Secret("published-control", "a-secret-of-the-test-alone");
    var developer = new Secret("foreign-developer", "a-secret-of-the-test-alone");
    var expired = new Secret("expired-token", "a-secret-of-the-test-alone");
    try (var store =
        databaseUrl.isEmpty() ? Store.openSqlite(directory) : Store.openPostgres(databaseUrl)) {
      fill(store, new UserId(driver.userId()));
      store
          .habits()
          .replaceMoments(
              new UserId(walker.userId()), Instant.EPOCH, PublishedSamples.moments().subList(3, 5));
      addAccount(store);
      addControlUser(store, CONTROL_ID, Role.BASIC, control);
      addControlUser(store, "d".repeat(24), Role.DEVELOPER, developer);
      fillWalker(store, new UserId(walker.userId()));
      addExpired(store, driver.installId(), expired);
    }
    var server = startServer(directory, settings);
    return new PublishedSite(
        server,
        client(server, directory),
        app,
        driver,
        walker,
        control.reveal(),
        developer.reveal(),
        expired.reveal());
  }

  private static SensoriumServer startServer(
      java.nio.file.Path directory, Map<String, String> settings) {
    return SensoriumServer.start(ConfigReader.read(settings), directory);
  }

  private static TestClient client(SensoriumServer server, java.nio.file.Path directory) {
    return new TestClient(URI.create(server.urls().getFirst()), directory);
  }

  private static void fill(Store store, UserId user) {
    store.folds().commit(timeline(store, user));
    store.drives().put(user, TRANSPORT, PublishedSamples.drive());
    store.drives().put(user, WALK, UnpublishedSamples.drive(WALK));
    store.drivingSummaries().putCarBehavior(user, PublishedSamples.carBehavior());
    store
        .drivingSummaries()
        .replacePeriods(user, LocalDate.parse("2019-01-01"), PublishedSamples.periods());
    var habits = store.habits();
    habits.replaceSegments(user, PublishedSamples.segments());
    habits.replaceMoments(user, Instant.EPOCH, PublishedSamples.moments());
    habits.replaceClusters(user, PublishedSamples.clusters());
    habits.replaceAnomalies(user, Instant.EPOCH, PublishedSamples.anomalies());
  }

  /** The head is that of the fix, so that the engine finds all in order when it starts. */
  private static Revision timeline(Store store, UserId user) {
    var head = store.folds().findHead(user).orElseThrow();
    var all = new LocalDays(LocalDate.parse("2019-01-01"), LocalDate.parse("2019-12-31"));
    var derived = store.timelines().listEvents(user, all).stream().map(TimelineEvent::id).toList();
    var night = PublishedSamples.span("2019-03-21T20:08:00+01:00", "2019-03-22T08:37:45+01:00");
    var stay =
        new TimelineEvent.Stationary(
            STAY,
            night,
            AnalysisType.INDEPTH,
            new LatLon(51.78561, 41.49692),
            Significance.HOME,
            "Wonder Palace");
    var commute = PublishedSamples.span("2019-03-22T08:37:45+01:00", "2019-03-22T09:39:00+01:00");
    var path = path(commute);
    long distanceMeters = Math.round(path.lengthMeters());
    var transport =
        new TimelineEvent.Transport(
            TRANSPORT, commute, AnalysisType.INDEPTH, TransportMode.CAR, 0.9, distanceMeters);
    var evening = PublishedSamples.span("2019-03-24T18:00:00+00:00", "2019-03-24T18:20:00+00:00");
    var walk =
        new TimelineEvent.Transport(
            WALK, evening, AnalysisType.INDEPTH, TransportMode.WALKING, 0.9, 0);
    return new Revision(
        user,
        List.of(),
        null,
        new FoldHead(head.state(), head.lastTimeMicros(), head.tickMicros(), Long.MAX_VALUE, 2),
        new SnapshotChange(0, 0, List.of()),
        derived,
        List.of(stored(stay, Path.EMPTY), stored(transport, path), stored(walk, Path.EMPTY)),
        List.of());
  }

  private static StoredEvent stored(TimelineEvent event, Path path) {
    long end = Micros.of(Objects.requireNonNull(event.when().end()));
    return new StoredEvent(event, end + 1, Micros.of(event.when().start()), end, "basis", path);
  }

  /** The sample shows the first three of its points, and all positions in its polyline. */
  private static Path path(Span when) {
    var positions = Polyline.decode(PublishedJson.encodedTrajectory());
    double[] speedsKmh = {23, 21.2, 20.8};
    long[] millis = {0, 9_714, 11_080};
    var points = new ArrayList<PathPoint>();
    for (int i = 0; i < positions.size(); i++) {
      boolean shown = i < speedsKmh.length;
      long at = shown ? millis[i] : 11_080 + 5_000L * (i - 2);
      points.add(
          new PathPoint(
              Micros.of(when.start()) + at * Micros.PER_MILLI,
              positions.get(i),
              shown ? speedsKmh[i] : 50,
              shown ? "residential" : null,
              shown ? 50.0 : null));
    }
    return new Path(points);
  }

  private static void fillWalker(Store store, UserId user) {
    var habits = store.habits();
    habits.replaceMoments(user, Instant.EPOCH, PublishedSamples.moments().subList(3, 5));
    habits.replaceAnomalies(user, Instant.EPOCH, UnpublishedSamples.anomalies());
  }

  private static void addAccount(Store store) {
    var account = new AccountId(CONTROL_ID);
    var made = Instant.parse("2015-04-02T14:22:24.936Z");
    store.identities().addAccount(new Account(account, "Example", made));
    store
        .identities()
        .addApplication(
            new Application(new ApplicationId(CONTROL_ID), account, "Example", made),
            credential(
                Credential.Kind.APPLICATION_SECRET,
                CONTROL_ID,
                new Secret("published-app", "unused"),
                null));
  }

  private static void addControlUser(Store store, String id, Role role, Secret token) {
    var sdk = new User.SdkSettings("offline_driving", "enable_sdk", null);
    store
        .identities()
        .addControlUser(
            new User.Control(
                new UserId(id),
                new ApplicationId(CONTROL_ID),
                Instant.parse("2016-11-29T23:00:49.621Z"),
                true,
                sdk,
                "jane@example.org",
                new AccountId(CONTROL_ID),
                role),
            credential(Credential.Kind.CONTROL, id, token, null));
  }

  private static void addExpired(Store store, String install, Secret token) {
    var expired = Instant.parse("2026-01-01T00:00:00Z");
    store
        .identities()
        .addCredential(
            credential(Credential.Kind.USER_TOKEN, install, token, expired), 10, Instant.now());
  }

  private static Credential credential(
      Credential.Kind kind, String owner, Secret secret, @Nullable Instant expiresAt) {
    return new Credential(
        secret.id(),
        kind,
        owner,
        "published",
        secret.sha256(),
        Set.of(),
        Instant.parse("2016-11-29T23:00:49.621Z"),
        expiresAt,
        null);
  }

  @Override
  public void close() {
    server.close();
  }
}
