package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.UserId;
import io.sensorium.server.RawFiles;
import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.TestClient.App;
import io.sensorium.server.TestClient.Phone;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.store.sql.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code DELETE /users/:user_id}: who may, what is left, and what cannot come back. */
class ErasureContractTest {

  private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");

  @TempDir private Path directory;
  private SensoriumServer server;
  private TestClient client;
  private App app;
  private Phone anna;
  private Phone berta;

  @BeforeEach
  void twoPeople() throws Exception {
    start();
    app = client.newApp();
    anna = client.newPhone(app);
    berta = client.newPhone(app);
    for (var phone : List.of(anna, berta)) {
      assertThat(upload(phone, 0).statusCode()).isEqualTo(200);
    }
  }

  private void start() {
    server =
        SensoriumServer.start(
            ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory);
    client = new TestClient(URI.create(server.urls().getFirst()), directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** An hour at one place and an hour's way, from an hour of its own on. */
  private HttpResponse<String> upload(Phone phone, int hour) throws Exception {
    var fixes = new StringBuilder();
    for (int i = 0; i < 240; i++) {
      double lat = i < 120 ? 51.05 : 51.05 + (i - 120) * 0.001;
      fixes
          .append(i == 0 ? "" : ",")
          .append("{\"time\": \"")
          .append(START.plusSeconds(7_200L * hour + 30L * i))
          .append("\", \"lat\": ")
          .append(lat)
          .append(", \"lon\": 3.72, \"accuracy\": 5}");
    }
    return client.post("/device/v1/signals", phone.token(), "{\"fixes\": [" + fixes + "]}");
  }

  private HttpResponse<String> erase(Phone phone, String credential) throws Exception {
    return client.send("DELETE", "/users/" + phone.userId(), credential, null);
  }

  private static String errorCode(HttpResponse<String> answer) {
    return answer.statusCode()
        + " "
        + new JsonMapper().readTree(answer.body()).path("errorCode").asString();
  }

  private List<String> filesWith(Phone phone) throws IOException {
    return RawFiles.with(RawFiles.marksOf(phone), directory);
  }

  @Test
  void onlyThePersonAndWhoMayEraseDoSo() throws Exception {
    var foreign = client.newApiKey(client.newApp(), "\"user.delete\"");
    var reader = client.newApiKey(app, "\"user.read\",\"user.link\"");

    assertThat(client.send("DELETE", "/users/" + anna.userId(), null, null).statusCode())
        .isEqualTo(401);
    assertThat(errorCode(erase(anna, berta.token()))).isEqualTo("403 FORBIDDEN");
    assertThat(errorCode(erase(anna, reader))).isEqualTo("403 SCOPE_MISSING");
    assertThat(errorCode(erase(anna, foreign))).isEqualTo("403 USER_DOES_NOT_BELONG_TO_APP");
    for (var version : List.of("/v2", "/v3")) {
      var path = version + "/users/" + anna.userId();
      assertThat(client.send("DELETE", path, anna.token(), null).statusCode()).isBetween(400, 499);
    }
    assertThat(client.get("/v2/users/me", anna.token()).statusCode()).isEqualTo(200);
    var answer = erase(berta, client.newApiKey(app, "\"user.delete\""));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void rolesReadAndDoNotErase() throws Exception {
    var account = json(client.get("/admin/v1/applications", client.adminToken()));
    for (var role : List.of("spectator", "developer")) {
      var body =
          "{\"email\": \"a@example.org\", \"role\": \"%s\", \"account_id\": \"%s\"}"
              .formatted(role, account.get(0).path("account_id").asString());
      var controller = json(client.post("/admin/v1/control-users", client.adminToken(), body));
      var token = controller.path("token").asString();

      assertThat(client.get("/v2/users/" + anna.userId(), token).statusCode()).isEqualTo(200);
      assertThat(errorCode(erase(anna, token))).isEqualTo("403 FORBIDDEN");
      var key = client.newApiKey(app, "\"user.delete\"");
      var path = "/users/" + controller.path("id").asString();
      assertThat(errorCode(client.send("DELETE", path, key, null)))
          .isEqualTo("403 USER_DOES_NOT_BELONG_TO_APP");
      assertThat(client.send("DELETE", path, client.adminToken(), null).statusCode())
          .isEqualTo(200);
      assertThat(client.get("/v2/users/me", token).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void noFileKnowsWhoWasErasedAndEveryCallSaysSo() throws Exception {
    client.post("/device/v1/import?format=gpx", anna.token(), "<gpx>" + anna.userId());
    client.awaitFolded();
    assertThat(filesWith(anna)).isNotEmpty();

    assertThat(erase(anna, anna.token()).statusCode()).isEqualTo(200);

    assertThat(filesWith(anna)).isEmpty();
    assertThat(filesWith(berta)).isNotEmpty();
    assertThat(errorCode(upload(anna, 1))).isEqualTo("403 INSTALL_DELETED");
    assertThat(errorCode(client.get("/v2/users/me", anna.token())))
        .isEqualTo("403 INSTALL_DELETED");
    assertThat(errorCode(erase(anna, anna.token()))).isEqualTo("403 INSTALL_DELETED");
    var refresh =
        "{\"install_id\": \"%s\", \"refresh_secret\": \"%s\"}"
            .formatted(anna.installId(), anna.refreshSecret());
    assertThat(errorCode(client.post("/device/v1/token", null, refresh)))
        .isEqualTo("403 INSTALL_DELETED");
    var key = client.newApiKey(app, "\"user.read\"");
    assertThat(errorCode(client.get("/v2/users/" + anna.userId() + "/location", key)))
        .isEqualTo("403 USER_DOES_NOT_BELONG_TO_APP");
    server.close();
    assertThat(filesWith(anna)).isEmpty();
    start();
    assertThat(errorCode(upload(anna, 1))).isEqualTo("403 INSTALL_DELETED");
    assertThat(client.get("/v2/users/me", berta.token()).statusCode()).isEqualTo(200);
  }

  @Test
  void theAnswerWaitsForAReaderWhoStillSeesThePerson() throws Exception {
    client.awaitFolded();
    CompletableFuture<HttpResponse<String>> answer;
    try (var reader =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("mobility.db"));
        var statement = reader.createStatement()) {
      statement.execute("BEGIN");
      assertThat(statement.executeQuery("SELECT count(*) FROM events").next()).isTrue();

      answer = CompletableFuture.supplyAsync(() -> eraseNow(anna));
      awaitNoRowsOf(anna);

      assertThat(answer.isDone()).isFalse();
      assertThat(filesWith(anna)).contains("mobility.db-wal");
      statement.execute("COMMIT");
    }
    assertThat(answer.get().statusCode()).isEqualTo(200);
    assertThat(filesWith(anna)).isEmpty();
  }

  private HttpResponse<String> eraseNow(Phone phone) {
    try {
      return erase(phone, phone.token());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitNoRowsOf(Phone phone) throws Exception {
    try (var other =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("mobility.db"));
        var query = other.prepareStatement("SELECT count(*) FROM blocks WHERE user_id = ?")) {
      query.setString(1, phone.userId());
      for (long rows = 1; rows > 0; ) {
        try (var result = query.executeQuery()) {
          result.next();
          rows = result.getLong(1);
        }
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void uploadsStepsImportsAndCorrectionsThatRaceWithItBringNothingBack() throws Exception {
    for (int round = 0; round < 5; round++) {
      var phone = client.newPhone(app);
      var done = new AtomicBoolean();
      var racers = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < 3; i++) {
        int first = 100 * i;
        racers.add(() -> uploadUntil(phone, first, done));
      }
      racers.add(() -> importUntil(phone, done));
      racers.add(
          () -> {
            upload(phone, 99);
            int status = erase(phone, phone.token()).statusCode();
            done.set(true);
            return status;
          });
      try (var threads = Executors.newCachedThreadPool()) {
        var results = threads.invokeAll(racers);
        assertThat(results.getLast().get()).isEqualTo(200);
        assertThat(results.getFirst().get()).isEqualTo(403);
      }
      client.awaitFolded();
      assertThat(filesWith(phone)).isEmpty();
    }
  }

  private int uploadUntil(Phone phone, int first, AtomicBoolean done) throws Exception {
    int last = 0;
    for (int i = first; !done.get() || last == 200; i++) {
      last = upload(phone, i).statusCode();
    }
    return last;
  }

  private int importUntil(Phone phone, AtomicBoolean done) throws Exception {
    int last = 0;
    for (int i = 0; !done.get() || last == 200; i++) {
      var gpx =
          "<gpx><trk><trkseg><trkpt lat=\"51\" lon=\"3\"><time>%s</time></trkpt></trkseg></trk></gpx>"
              .formatted(START.plusSeconds(i));
      last = client.post("/device/v1/import?format=gpx", phone.token(), gpx).statusCode();
    }
    return last;
  }

  @Test
  void whatACrashInterruptedIsFinishedAtTheNextStart() throws Exception {
    client.awaitFolded();
    server.close();
    try (var store = Store.openSqlite(directory)) { // as far as a server came that was killed
      store.erasures().begin(new UserId(anna.userId()), START);
    }

    start();

    assertThat(filesWith(anna)).isEmpty();
    assertThat(errorCode(upload(anna, 1))).isEqualTo("403 INSTALL_DELETED");
    assertThat(client.get("/v2/users/me", berta.token()).statusCode()).isEqualTo(200);
  }
}
