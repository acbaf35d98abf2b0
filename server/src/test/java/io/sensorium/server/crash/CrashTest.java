package io.sensorium.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.SourceId;
import io.sensorium.core.id.UserId;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What was acknowledged outlives a server that is killed at any instant, once and not twice. */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {

  private static final int KILLS = 30;
  private static final int PHONES = 3;
  private static final int GATEWAYS = 2;

  @TempDir private Path directory;
  private final AtomicReference<URI> address = new AtomicReference<>(URI.create("http://none"));
  private final List<UserId> users = new ArrayList<>();
  private final List<String> serials = new ArrayList<>();
  private final List<Uploader> phones = new ArrayList<>();
  private final List<Uploader> gateways = new ArrayList<>();

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
    var server = serve(storeOptions);
    connect(server);
    var threads = new ArrayList<Thread>();
    for (var uploader : uploaders()) {
      threads.add(Thread.ofPlatform().start(uploader));
    }
    for (int kill = 0; kill < KILLS; kill++) {
      LockSupport.parkNanos(Duration.ofMillis(50 + random.nextInt(700)).toNanos());
      server.kill();
      server = serve(storeOptions);
    }
    uploaders().forEach(Uploader::stop);
    for (var thread : threads) {
      thread.join();
    }
    client(server).awaitFolded();
    server.stop();

    assertThat(ServerProcess.run(log(), "verify", options(storeOptions))).isZero();
    try (var store = open.get()) {
      assertHoldsWhatWasAcknowledged(store);
    }
  }

  private void connect(ServerProcess server) throws Exception {
    var client = client(server);
    for (int i = 0; i < PHONES; i++) {
      var phone = client.newPhone();
      users.add(new UserId(phone.userId()));
      phones.add(new Uploader(address::get, new Fixes(), phone.token(), i));
    }
    for (int i = 0; i < GATEWAYS; i++) {
      serials.add("gateway-" + i);
      var token = client.newGateway(serials.get(i));
      gateways.add(new Uploader(address::get, new Rows(), token, PHONES + i));
    }
  }

  private List<Uploader> uploaders() {
    var all = new ArrayList<>(phones);
    all.addAll(gateways);
    return all;
  }

  private void assertHoldsWhatWasAcknowledged(Store store) {
    for (int i = 0; i < PHONES; i++) {
      assertThat(phones.get(i).acknowledged()).isPositive();
      Fixes.assertHolds(store, users.get(i), phones.get(i).acknowledged());
    }
    for (int i = 0; i < GATEWAYS; i++) {
      assertThat(gateways.get(i).acknowledged()).isPositive();
      Rows.assertHolds(store, sources(store, serials.get(i)), gateways.get(i).acknowledged());
    }
    assertThat(store.inbox().status().entries()).isZero();
    assertThat(store.inbox().listParked()).isEmpty();
  }

  private static List<SourceId> sources(Store store, String serial) {
    var gateway = store.devices().findGatewayBySerial(serial).orElseThrow();
    var sources = store.devices().getInventory(gateway.id()).sensors().getFirst().sources();
    return Rows.SOURCES.stream()
        .map(
            name -> sources.stream().filter(s -> s.serial().equals(name)).findFirst().orElseThrow())
        .map(source -> source.id())
        .toList();
  }

  private ServerProcess serve(List<String> storeOptions) throws Exception {
    var options = new ArrayList<>(options(storeOptions));
    options.addAll(List.of("--port", "0", "--tls-port", "-1"));
    var server = ServerProcess.serve(log(), options);
    address.set(server.url());
    return server;
  }

  private TestClient client(ServerProcess server) {
    return new TestClient(server.url(), directory.resolve("data"));
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
