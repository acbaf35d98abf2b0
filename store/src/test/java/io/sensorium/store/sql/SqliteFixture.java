package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A data directory of a test's own. */
public final class SqliteFixture implements StoreFixture {

  private final Path directory;

  public SqliteFixture() {
    try {
      directory = Files.createTempDirectory("sensorium-store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path directory() {
    return directory;
  }

  @Override
  public Store open() {
    return Store.openSqlite(directory);
  }

  @Override
  public void close() {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
