package io.sensorium.server.crash;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.UserId;
import io.sensorium.server.RawFiles;
import io.sensorium.server.ServerProcess;
import io.sensorium.server.TestClient;
import io.sensorium.store.sql.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is being erased when the server is killed is gone when it serves again. */
@NullMarked
class ErasureCrashTest {

  private static final int FIXES = 1_000;
  private static final int BATCHES = 4;

  /** Kills in the middle of an erasure that are enough. */
  private static final int ENOUGH = 3;

  private static final int MAX_KILLS = 30;

  @TempDir private Path directory;

  @Test
  void anErasureThatAKillBrokeOffIsCompleteBeforeTheNextAnswer() throws Exception {
    var random = new Random(5);
    var server = serve();
    var app = client(server).newApp();
    var other = newPerson(client(server), app);
    var before = shown(client(server), other);
    long wholeNanos = eraseWhole(client(server), newPerson(client(server), app));
    int middle = 0;
    for (int kill = 0; kill < MAX_KILLS && middle < ENOUGH; kill++) {
      var anna = newPerson(client(server), app);
      var erasing = erase(client(server), anna);
      awaitBegin(client(server), anna, erasing);
      LockSupport.parkNanos(random.nextLong(wholeNanos / 2));
      server.kill();
      erasing.join();
      boolean isBegun = isBegun(anna);
      middle += isBegun ? 1 : 0;
      server = serve();
      if (isBegun) {
        assertGone(client(server), anna);
      }
    }
    assertThat(middle).isEqualTo(ENOUGH);
    assertThat(shown(client(server), other)).isEqualTo(before);
    server.stop();
    assertThat(ServerProcess.run(log(), "verify", List.of("--data", data().toString()))).isZero();
  }

  private void assertGone(TestClient client, TestClient.Phone phone) throws Exception {
    var profile = client.get("/v2/users/" + phone.userId(), client.adminToken());

    assertThat(profile.statusCode()).isEqualTo(404);
    assertThat(RawFiles.with(RawFiles.marksOf(phone), data())).isEmpty();
    assertThat(client.get("/v2/users/me", phone.token()).body()).contains("INSTALL_DELETED");
  }

  /** Whether the killed server had written down that it erases them, and not yet struck it out. */
  private boolean isBegun(TestClient.Phone phone) {
    try (var store = Store.openSqlite(data())) {
      return store.erasures().listUnfinished().contains(new UserId(phone.userId()));
    }
  }

  private static long eraseWhole(TestClient client, TestClient.Phone phone) throws Exception {
    long start = System.nanoTime();
    assertThat(
            client
                .send("DELETE", "/users/" + phone.userId(), client.adminToken(), null)
                .statusCode())
        .isEqualTo(200);
    return System.nanoTime() - start;
  }

  /** Asks for it, and does not mind that no answer comes. */
  private static Thread erase(TestClient client, TestClient.Phone phone) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                client.send("DELETE", "/users/" + phone.userId(), client.adminToken(), null);
              } catch (IOException e) {
                // the server was killed
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static void awaitBegin(TestClient client, TestClient.Phone phone, Thread erasing)
      throws Exception {
    while (erasing.isAlive()
        && !client.get("/v2/users/me", phone.token()).body().contains("INSTALL_DELETED")) {
      Thread.onSpinWait(); // each question waits for its answer
    }
  }

  private static TestClient.Phone newPerson(TestClient client, TestClient.App app)
      throws Exception {
    var phone = client.newPhone(app);
    var fixes = new Fixes();
    for (int i = 0; i < BATCHES; i++) {
      json(client.post("/device/v1/signals", phone.token(), fixes.batch(i * FIXES, FIXES)));
    }
    client.awaitFolded();
    return phone;
  }

  private static String shown(TestClient client, TestClient.Phone phone) throws Exception {
    return client.get("/v2/users/me", phone.token()).body()
        + client.get("/v2/users/" + phone.userId() + "/location", phone.token()).body()
        + client.get("/device/v1/corrections", phone.token()).body();
  }

  private ServerProcess serve() throws IOException {
    return ServerProcess.serve(
        log(), List.of("--data", data().toString(), "--port", "0", "--tls-port", "-1"));
  }

  private TestClient client(ServerProcess server) {
    return new TestClient(server.url(), data());
  }

  private Path data() {
    return directory.resolve("data");
  }

  private Path log() {
    return directory.resolve("server.log");
  }
}
