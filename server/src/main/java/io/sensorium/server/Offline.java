package io.sensorium.server;

import io.sensorium.api.admin.Operations;
import io.sensorium.api.imports.ImportJob;
import io.sensorium.core.id.UserId;
import io.sensorium.intake.imports.Format;
import io.sensorium.server.config.Config;
import io.sensorium.store.directory.DirectoryLock;
import io.sensorium.store.sql.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A data directory opened without serving it, for commands while the server is stopped. */
public final class Offline implements AutoCloseable {

  private static final Duration LOOK_EACH = Duration.ofMillis(50);

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
   * Opens the directory for this process alone.
   *
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
    return new Verifier(store, wiring.derivation()).verify(progress);
  }

  /**
   * Imports a file into a user's history, and returns when it is analysed.
   *
   * @throws IllegalArgumentException when there is no such user, or an import of theirs goes on
   */
  public ImportJob importFile(UserId user, Path file, Format format, Progress progress)
      throws IOException, InterruptedException {
    var install =
        store.identities().listInstalls(user).stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no user " + user));
    store.links().markUsed(install.id(), user);
    wiring.imports().resume(Instant.now());
    wiring.erasure().resume();
    wiring.engine().start();
    try (var in = Files.newInputStream(file)) {
      var job =
          wiring
              .imports()
              .submit(user, install.id(), format, in)
              .orElseThrow(
                  () -> new IllegalArgumentException("another import of this user goes on"));
      return await(job, progress);
    }
  }

  private ImportJob await(ImportJob job, Progress progress) throws InterruptedException {
    var current = job;
    while (current.state() != ImportJob.State.DONE && current.state() != ImportJob.State.FAILED) {
      LockSupport.parkNanos(LOOK_EACH.toNanos());
      current = wiring.imports().find(job.id()).orElseThrow();
      progress.show(current.doneRatio(), current.progress().accepted() + " fixes");
    }
    wiring.engine().awaitIdle();
    return current;
  }

  public void backup(Path target) {
    Backup.write(store, directory, target);
  }

  @Override
  public void close() {
    wiring.imports().close();
    wiring.engine().close();
    store.close();
    lock.close();
  }
}
