package io.sensorium.store.database;

import static java.nio.file.StandardOpenOption.WRITE;

import io.sensorium.store.StoreException;
import io.sensorium.store.database.StoreStatus.FileSize;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;

/** A file per schema, in one directory. */
public final class SqliteBackend implements Backend {

  private static final List<String> SUFFIXES = List.of("", "-wal", "-shm");

  private final Path directory;

  public SqliteBackend(Path directory) {
    this.directory = directory;
  }

  @Override
  public String kind() {
    return "sqlite";
  }

  @Override
  public Database database(String schema) {
    return new SqliteDatabase(directory.resolve(fileName(schema)), schema);
  }

  @Override
  public int readerCount() {
    return 4;
  }

  @Override
  public FileSize size(SqlDatabase database) {
    var name = fileName(database.database().name());
    long bytes = SUFFIXES.stream().mapToLong(suffix -> fileSize(name + suffix)).sum();
    return new FileSize(name, bytes);
  }

  @Override
  public List<Finding> checkFiles(SqlDatabase database) {
    var name = fileName(database.database().name());
    return database
        .readers()
        .read(s -> s.list("PRAGMA integrity_check", row -> row.getString(1)))
        .stream()
        .filter(line -> !line.equals("ok"))
        .map(line -> new Finding(name, "file", line))
        .toList();
  }

  @Override
  public void backup(SqlDatabase database, Path target) {
    var file = target.resolve(fileName(database.database().name()));
    try {
      Files.createDirectories(target);
      copy(database, file);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      sync(file, WRITE);
      sync(target);
    } catch (IOException e) {
      throw new StoreException("cannot write " + file + ": " + e.getMessage(), false, e);
    }
  }

  /** On a session of its own, which may write: into the copy, not into the database. */
  private static void copy(SqlDatabase database, Path file) {
    try (var session = database.database().openWriter()) {
      session.update("VACUUM INTO ?", file.toString());
    } catch (SQLException e) {
      throw Failures.asStoreException(e);
    }
  }

  private static void sync(Path path, OpenOption... options) throws IOException {
    try (var channel = FileChannel.open(path, options)) {
      channel.force(true);
    }
  }

  private long fileSize(String name) {
    try {
      var file = directory.resolve(name);
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new StoreException("cannot read the size of " + name, true, e);
    }
  }

  private static String fileName(String schema) {
    return schema + ".db";
  }
}
