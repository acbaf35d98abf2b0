package io.sensorium.server.imports;

import io.sensorium.api.imports.ImportJob;
import io.sensorium.api.imports.ImportService;
import io.sensorium.core.bytes.Digests;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.intake.files.LimitedInflation;
import io.sensorium.intake.imports.Format;
import io.sensorium.intake.imports.Formats;
import io.sensorium.intake.imports.ImportFile;
import io.sensorium.intake.imports.ImportProgress;
import io.sensorium.intake.imports.TrackImport;
import io.sensorium.store.StoreException;
import io.sensorium.store.erasure.ErasedUserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps files that were sent, and imports one after the other; goes on after a restart. */
public final class ImportSpool implements ImportService, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ImportSpool.class);
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final Path directory;
  private final TrackImport trackImport;
  private final IdSource ids;
  private final Set<UserId> dropped = ConcurrentHashMap.newKeySet();
  private final Map<String, SpooledImport> imports = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import").daemon().factory());
  private volatile boolean closing;

  /** Opens the spool; {@link #resume} goes on with what it holds. */
  public ImportSpool(Path directory, TrackImport trackImport, IdSource ids) {
    this.directory = directory;
    this.trackImport = trackImport;
    this.ids = ids;
  }

  /** Takes up imports that a stop or a crash has interrupted, and forgets old ones. */
  public void resume(Instant now) {
    try {
      Files.createDirectories(directory);
      try (var files = Files.newDirectoryStream(directory, "*.import")) {
        for (var file : files) {
          resume(file, now);
        }
      }
      deleteStrays();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
  }

  private void resume(Path file, Instant now) throws IOException {
    var spooled = SpooledImport.read(file);
    boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(REMEMBERED));
    if (spooled.isFinished() && old) {
      Files.delete(file);
      return;
    }
    imports.put(spooled.id(), spooled);
    if (!spooled.isFinished()) {
      worker.execute(() -> run(spooled.id()));
    }
  }

  /** What a crash left of files that nobody was told are taken. */
  private void deleteStrays() throws IOException {
    try (var files = Files.newDirectoryStream(directory, "*.{data,next}")) {
      for (var file : files) {
        var name = file.getFileName().toString();
        if (!imports.containsKey(name.substring(0, name.indexOf('.'))) || name.endsWith(".next")) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * Ends a user's imports and deletes their files, also those that are done. Whatever is submitted
   * for the user afterwards, or is on its way, is refused.
   */
  public synchronized void drop(UserId user) {
    dropped.add(user);
    for (var spooled : List.copyOf(imports.values())) {
      if (spooled.user().equals(user)) {
        imports.remove(spooled.id());
        delete(spooled.id());
      }
    }
  }

  private void delete(String id) {
    try {
      Files.deleteIfExists(data(id));
      Files.deleteIfExists(record(id));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete import " + id, e);
    }
  }

  @Override
  public Optional<ImportJob> submit(UserId user, InstallId install, Format format, InputStream file)
      throws IOException {
    if (isBusy(user)) {
      return Optional.empty();
    }
    var id = ids.hex(12);
    var identity = spool(id, file);
    var spooled =
        new SpooledImport(
            id,
            user,
            install,
            format.name(),
            identity,
            Files.size(data(id)),
            ImportJob.State.WAITING,
            ImportProgress.NONE,
            null);
    synchronized (this) {
      if (dropped.contains(user)) {
        Files.delete(data(id));
        throw new ErasedUserException();
      }
      if (isBusy(user)) {
        Files.delete(data(id));
        return Optional.empty();
      }
      spooled.write(record(id));
      imports.put(id, spooled);
    }
    worker.execute(() -> run(id));
    return Optional.of(spooled.toJob());
  }

  @Override
  public Optional<ImportJob> find(String id) {
    return Optional.ofNullable(imports.get(id)).map(SpooledImport::toJob);
  }

  private boolean isBusy(UserId user) {
    return imports.values().stream()
        .anyMatch(spooled -> spooled.user().equals(user) && !spooled.isFinished());
  }

  /** Copies a file to the disk, and returns its SHA-256. */
  private String spool(String id, InputStream file) throws IOException {
    var digest = Digests.sha256();
    try (var channel =
        FileChannel.open(data(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      new DigestInputStream(file, digest).transferTo(Channels.newOutputStream(channel));
      channel.force(true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(data(id));
      throw e;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void run(String id) {
    var spooled = imports.get(id);
    if (spooled == null || closing) {
      return;
    }
    try {
      importFile(spooled);
    } catch (ErasedUserException e) {
      log.info("import {} ended: {}", id, e.getMessage());
    } catch (StoreException | UncheckedIOException | IOException e) {
      log.error("import {} broke off; it goes on after the next start", id, e);
    }
  }

  private void importFile(SpooledImport spooled) throws IOException {
    try (var file = Files.newInputStream(data(spooled.id()))) {
      var result =
          trackImport.run(
              new ImportFile(
                  spooled.user(),
                  spooled.install(),
                  spooled.identity(),
                  Formats.find(spooled.format()).orElseThrow().reader()),
              LimitedInflation.open(file, LimitedInflation.Limits.FILE),
              spooled.progress(),
              progress -> update(spooled.with(ImportJob.State.RUNNING, progress, null)));
      var state = result.error() == null ? ImportJob.State.DONE : ImportJob.State.FAILED;
      update(spooled.with(state, result.progress(), result.error()));
    }
    Files.deleteIfExists(data(spooled.id()));
  }

  private synchronized void update(SpooledImport spooled) {
    if (!imports.containsKey(spooled.id())) {
      throw new ErasedUserException();
    }
    try {
      spooled.write(record(spooled.id()));
      imports.put(spooled.id(), spooled);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + record(spooled.id()), e);
    }
    if (closing && !spooled.isFinished()) {
      throw new StoreException("the server stops; import " + spooled.id() + " goes on later");
    }
  }

  private Path data(String id) {
    return directory.resolve(id + ".data");
  }

  private Path record(String id) {
    return directory.resolve(id + ".import");
  }

  /** Ends after the chunk that is being imported. */
  @Override
  public void close() {
    closing = true;
    worker.shutdown();
    try {
      worker.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
