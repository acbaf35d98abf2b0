package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.server.contract.StreamReader.Event;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event streams of phones. */
class StreamTest {

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private SensoriumServer server;
  private TestClient client;
  private TestClient.Phone phone;

  @BeforeEach
  void start() throws Exception {
    server =
        SensoriumServer.start(
            ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory);
    client = new TestClient(url(), directory);
    phone = client.newPhone();
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  private URI url() {
    return URI.create(server.urls().getFirst());
  }

  private StreamReader open(TestClient.Phone of, @Nullable String lastId) throws Exception {
    return StreamReader.open(http, url().resolve("/device/v1/stream"), of.token(), lastId);
  }

  private void upload(String fixes) throws Exception {
    json(client.post("/device/v1/signals", phone.token(), fixes));
  }

  /** So many locations later the server has told all of as many uploads. */
  private void uploadAndFold(int from, int to) throws Exception {
    upload(Walk.fixes(from, to));
    client.awaitFolded();
  }

  private static boolean isLocation(Event event) {
    return event.type().equals("location");
  }

  @Test
  void whatHappensComesAsItBecomesKnown() throws Exception {
    try (var stream = open(phone, null)) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
      assertThat(stream.header("Cache-Control")).isEqualTo("no-store");

      upload(Walk.fixes(0, Walk.HOME_FIXES));
      var home = stream.until(StreamTest::isLocation);
      upload(Walk.fixes(Walk.HOME_FIXES, Walk.HOME_FIXES + 30));
      var leaving = stream.until(StreamTest::isLocation);

      assertThat(home).extracting(Event::type).containsExactly("stationary", "location");
      var stay = home.getFirst().json();
      assertThat(stay.path("user_id").asString()).isEqualTo(phone.userId());
      assertThat(stay.path("action").asString()).isEqualTo("event_changed");
      assertThat(stay.path("type").asString()).isEqualTo("Stationary");
      assertThat(stay.path("end").asString()).startsWith("2026-03-02T07:59:40.000+01:00");
      assertThat(home.getLast().json().path("previous_location").isNull()).isTrue();
      assertThat(leaving).extracting(Event::type).contains("transport", "stationary");
      assertThat(leaving.getLast().json().path("previous_location"))
          .isEqualTo(home.getLast().json().path("last_location"));
    }
  }

  @Test
  void aStreamThatBreaksOffGoesOnWithoutLossOrDoubles() throws Exception {
    var seen = new ArrayList<Event>();
    String lastId;
    try (var stream = open(phone, null)) {
      lastId = stream.lastId();
      uploadAndFold(0, 60);
      seen.addAll(stream.until(StreamTest::isLocation));
    }
    uploadAndFold(60, 120); // nobody listens
    uploadAndFold(120, 150);
    try (var again = open(phone, seen.getLast().id())) {
      seen.addAll(again.until(StreamTest::isLocation));
      uploadAndFold(150, 200);
      seen.addAll(again.until(StreamTest::isLocation));
      seen.addAll(again.until(StreamTest::isLocation));
    }

    try (var fromTheBeginning = open(phone, lastId)) {
      var all = new ArrayList<Event>();
      while (all.size() < seen.size()) {
        all.add(fromTheBeginning.next());
      }
      assertThat(seen).extracting(Event::id).containsExactlyElementsOf(ids(all));
      assertThat(seen).extracting(Event::type).containsExactlyElementsOf(types(all));
    }
    assertThat(ids(seen)).doesNotHaveDuplicates();
    assertThat(seen.stream().filter(StreamTest::isLocation)).hasSize(4);
  }

  private static List<String> ids(List<Event> events) {
    return events.stream().map(Event::id).toList();
  }

  private static List<String> types(List<Event> events) {
    return events.stream().map(Event::type).toList();
  }

  @Test
  void aStreamGoesOnAfterARestartOfTheServer() throws Exception {
    String lastId;
    try (var stream = open(phone, null)) {
      uploadAndFold(0, 60);
      lastId = stream.until(StreamTest::isLocation).getLast().id();
      uploadAndFold(60, 120);
      stream.until(StreamTest::isLocation);
      server.close();
      assertThat(stream.untilEnd()).isEmpty();
    }
    start2();

    try (var again = open(phone, lastId)) {
      assertThat(again.until(StreamTest::isLocation)).isNotEmpty();
    }
  }

  private void start2() {
    server =
        SensoriumServer.start(
            ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory);
    client = new TestClient(url(), directory);
  }

  @Test
  void anIdThatIsNotKnownAnyMoreIsAnsweredByAReset() throws Exception {
    uploadAndFold(0, 60);

    try (var stream = open(phone, "1000000")) {
      var reset = stream.next();
      assertThat(reset.type()).isEqualTo("reset");
      uploadAndFold(60, 120);
      assertThat(stream.until(StreamTest::isLocation)).isNotEmpty();
    }
    try (var refused = open(phone, "x")) {
      assertThat(refused.status()).isEqualTo(400);
    }
  }

  @Test
  void nobodyElseIsHeard() throws Exception {
    var other = client.newPhone();
    try (var othersStream = open(other, null)) {
      var start = othersStream.lastId();
      uploadAndFold(0, 60);
      json(client.post("/device/v1/signals", other.token(), Walk.fixes(0, 30)));

      var heard = othersStream.until(StreamTest::isLocation);
      assertThat(heard)
          .allSatisfy(
              event ->
                  assertThat(event.json().path("user_id").asString()).isEqualTo(other.userId()));
      try (var fromStart = open(other, start)) {
        assertThat(fromStart.until(StreamTest::isLocation)).isEqualTo(heard);
      }
    }
  }

  @Test
  void onlyAUserTokenOpensAStream() throws Exception {
    var app = client.newApp();
    var key = client.newApiKey(app, "\"user.read\"");

    assertThat(client.get("/device/v1/stream", null).statusCode()).isEqualTo(401);
    assertThat(client.get("/device/v1/stream", key).statusCode()).isEqualTo(403);
    assertThat(client.get("/device/v1/stream", client.adminToken()).statusCode()).isEqualTo(403);
    var head = client.send("HEAD", "/device/v1/stream", phone.token(), null);
    assertThat(head.statusCode()).isEqualTo(200);
  }

  @Test
  void aUserHasFiveStreamsAtTheMost() throws Exception {
    var streams = new ArrayList<StreamReader>();
    for (int i = 0; i < 5; i++) {
      streams.add(open(phone, null));
    }

    var refused = open(phone, null);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    var other = open(client.newPhone(), null);
    assertThat(other.status()).isEqualTo(200);

    upload(Walk.fixes(0, 30));
    for (var stream : streams) {
      assertThat(stream.until(StreamTest::isLocation)).isNotEmpty();
      stream.close();
    }
    other.close();
  }

  @Test
  void aStreamEndsWhenItsUserMayNotLogInAnyMore() throws Exception {
    try (var stream = open(phone, null)) {
      json(
          client.send(
              "PATCH",
              "/admin/v1/users/" + phone.userId(),
              client.adminToken(),
              "{\"can_login\": false}"));

      assertThat(stream.untilEnd()).isEmpty();
      assertThat(open(phone, null).status()).isEqualTo(403);
    }
  }
}
