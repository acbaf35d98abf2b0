package io.sensorium.store.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.sensorium.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a data directory for one process. The file {@code lock} in it says which; the hold ends
 * with the process, however that ends, so that a file left behind is no hindrance.
 */
public final class DirectoryLock implements AutoCloseable {

  private static final String FILE_NAME = "lock";
  private static final int MAX_BYTES = 4_096;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path directory;
  private final FileChannel channel;
  private final Holder holder;

  private DirectoryLock(Path directory, FileChannel channel, Holder holder) {
    this.directory = directory;
    this.channel = channel;
    this.holder = holder;
  }

  /**
   * Takes the directory, which is made when it does not exist.
   *
   * @throws StoreException when another process holds it; the message names that process
   */
  public static DirectoryLock acquire(Path directory, Instant now) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      }
      var channel = FileChannel.open(directory.resolve(FILE_NAME), CREATE, READ, WRITE);
      if (tryLock(channel) == null) {
        var holder = read(channel);
        channel.close();
        throw new StoreException(directory + " is in use by " + holder.describe());
      }
      var holder = new Holder(ProcessHandle.current().pid(), null, now);
      write(channel, holder);
      return new DirectoryLock(directory, channel, holder);
    } catch (IOException e) {
      throw new StoreException("cannot use " + directory + ": " + e.getMessage(), false, e);
    }
  }

  /** Who holds the directory just now; empty when nobody does. */
  public static Optional<Holder> findHolder(Path directory) {
    var file = directory.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var channel = FileChannel.open(file, READ, WRITE)) {
      var lock = tryLock(channel);
      return lock == null ? Optional.of(read(channel)) : Optional.empty();
    } catch (IOException e) {
      throw new StoreException("cannot read " + file + ": " + e.getMessage(), false, e);
    }
  }

  public Path directory() {
    return directory;
  }

  /** Tells other processes where this one answers. */
  public void announce(String url) {
    try {
      write(channel, new Holder(holder.pid(), url, holder.startedAt()));
    } catch (IOException e) {
      throw new StoreException("cannot write " + directory.resolve(FILE_NAME), false, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      throw new StoreException("cannot release " + directory, false, e);
    }
  }

  /** Null when it is held, by another process or by this one. */
  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static Holder read(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(MAX_BYTES);
    channel.read(bytes, 0);
    return Holder.parse(UTF_8.decode(bytes.flip()).toString());
  }

  private static void write(FileChannel channel, Holder holder) throws IOException {
    var bytes = UTF_8.encode(holder.format());
    channel.truncate(bytes.remaining());
    channel.write(bytes, 0);
    channel.force(true);
  }
}
