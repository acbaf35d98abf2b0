package io.sensorium.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import io.sensorium.server.ServerProcess;
import io.sensorium.server.TestClient;
import io.sensorium.store.sql.PostgresServer;
import io.sensorium.store.sql.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged outlives a server that is killed at any instant, once and not twice. */
class CrashTest {

  private static final int KILLS = 30;
  private static final int UPLOADERS = 3;

  @TempDir private Path directory;

  @Test
  void nothingAcknowledgedIsLostOrDoubledWhenSqliteIsKilled() throws Exception {
    killAndCheck(List.of(), () -> Store.openSqlite(directory.resolve("data")));
  }

  @Test
  @Tag("postgres")
  void nothingAcknowledgedIsLostOrDoubledWhenTheServerOfPostgresqlIsKilled() throws Exception {
    var url = PostgresServer.newDatabase();
    killAndCheck(List.of("--database", url), () -> Store.openPostgres(url));
  }

  private void killAndCheck(List<String> storeOptions, Supplier<Store> open) throws Exception {
    var random = new Random(11);
    var address = new AtomicReference<URI>();
    var server = serve(storeOptions);
    address.set(server.url());
    var client = new TestClient(server.url(), directory.resolve("data"));
    var uploaders = new ArrayList<Uploader>();
    var users = new ArrayList<UserId>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < UPLOADERS; i++) {
      var phone = client.newPhone();
      users.add(new UserId(phone.userId()));
      uploaders.add(new Uploader(address::get, phone.token(), i));
      threads.add(Thread.ofPlatform().start(uploaders.getLast()));
    }
    for (int kill = 0; kill < KILLS; kill++) {
      LockSupport.parkNanos(Duration.ofMillis(50 + random.nextInt(700)).toNanos());
      server.kill();
      server = serve(storeOptions);
      address.set(server.url());
    }
    uploaders.forEach(Uploader::stop);
    for (var thread : threads) {
      thread.join();
    }
    new TestClient(server.url(), directory.resolve("data")).awaitFolded();
    server.stop();

    assertThat(ServerProcess.run(log(), "verify", options(storeOptions))).isZero();
    try (var store = open.get()) {
      for (int i = 0; i < UPLOADERS; i++) {
        assertThat(uploaders.get(i).acknowledgedFixes()).isPositive();
        assertHoldsExactly(
            store.archive().readFixes(users.get(i), Long.MIN_VALUE, Long.MAX_VALUE),
            uploaders.get(i).acknowledgedFixes());
      }
      assertThat(store.inbox().status().entries()).isZero();
      assertThat(store.inbox().listParked()).isEmpty();
    }
  }

  private static void assertHoldsExactly(FixTrack fixes, int acknowledged) {
    assertThat(fixes.size()).isEqualTo(acknowledged);
    for (int row = 0; row < acknowledged; row++) {
      assertThat(fixes.timeMicros(row)).isEqualTo(Micros.of(Uploader.FIRST.plusSeconds(15L * row)));
      assertThat((long) fixes.latitudeE7(row)).isEqualTo(Uploader.latitudeE7(row));
    }
  }

  private ServerProcess serve(List<String> storeOptions) throws Exception {
    var options = new ArrayList<>(options(storeOptions));
    options.addAll(List.of("--port", "0", "--tls-port", "-1"));
    return ServerProcess.serve(log(), options);
  }

  private List<String> options(List<String> storeOptions) {
    var options = new ArrayList<>(List.of("--data", directory.resolve("data").toString()));
    options.addAll(storeOptions);
    return options;
  }

  private Path log() {
    return directory.resolve("server.log");
  }
}
