package io.sensorium.server;

import io.sensorium.api.admin.Operations;
import io.sensorium.core.time.ZoneLookup;
import io.sensorium.server.config.Config;
import io.sensorium.store.directory.DirectoryLock;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/** A data directory opened without serving it, for commands while the server is stopped. */
public final class Offline implements AutoCloseable {

  /** Told how far long work is, 0 to 1, and at what. */
  public interface Progress {
    void show(double doneRatio, String note);
  }

  private final Path directory;
  private final DirectoryLock lock;
  private final Store store;
  private final Wiring wiring;

  private Offline(Path directory, DirectoryLock lock, Store store, Wiring wiring) {
    this.directory = directory;
    this.lock = lock;
    this.store = store;
    this.wiring = wiring;
  }

  /**
   * @throws io.sensorium.store.StoreException when a server runs on the directory
   */
  public static Offline open(Config config, Path directory) {
    var lock = DirectoryLock.acquire(directory, Instant.now());
    try {
      var store = Stores.open(config, lock);
      return new Offline(
          directory, lock, store, new Wiring(config, directory, store, Clock.systemUTC()));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public Operations.Verification verify(Progress progress) {
    return new Verifier(store, wiring.zones()).verify(progress::show);
  }

  public void backup(Path target) {
    Backup.write(store, directory, target);
  }

  @Override
  public void close() {
    wiring.engine().close();
    store.close();
    lock.close();
  }
}
