package io.sensorium.server;

import io.sensorium.store.sealing.SealingKey;
import io.sensorium.store.sql.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Writes backups, and puts their files in place.
 *
 * <p>A backup is a directory with the databases, the administrator's token, the key that secrets
 * are sealed under, and the certificate.
 */
public final class Backup {

  /** Files beside the databases that belong to a server. */
  private static final List<String> SIDE_FILES =
      List.of("admin.token", SealingKey.FILE_NAME, "tls.crt", "tls.key");

  private static final List<String> DATABASES = List.of("accounts.db", "mobility.db", "sensors.db");

  private Backup() {}

  /**
   * Copies a backup to a new data directory, and returns when it is on disk.
   *
   * @throws IllegalArgumentException when the source is no backup or the target is in use
   */
  public static void restore(Path source, Path directory) {
    for (var database : DATABASES) {
      if (!Files.isRegularFile(source.resolve(database))) {
        throw new IllegalArgumentException(source + " is no backup: it has no " + database);
      }
    }
    try {
      requireEmpty(directory);
      Files.createDirectories(directory);
      for (var database : DATABASES) {
        copy(source.resolve(database), directory.resolve(database));
      }
      copySideFiles(source, directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot restore to " + directory, e);
    }
  }

  /**
   * Writes a backup, also while the store is in use.
   *
   * @throws IllegalArgumentException when the target is in use or cannot be made
   */
  static void write(Store store, Path directory, Path target) {
    makeEmpty(target);
    try {
      store.backupTo(target);
      copySideFiles(directory, target);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot back up to " + target, e);
    }
  }

  private static void makeEmpty(Path target) {
    try {
      requireEmpty(target);
      Files.createDirectories(
          target,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be made: " + target, e);
    }
  }

  private static void copySideFiles(Path source, Path target) throws IOException {
    for (var name : SIDE_FILES) {
      if (Files.isRegularFile(source.resolve(name))) {
        copy(source.resolve(name), target.resolve(name));
      }
    }
  }

  private static void requireEmpty(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (var files = Files.list(directory)) {
      if (files.findAny().isPresent()) {
        throw new IllegalArgumentException(directory + " is not empty");
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    try (var channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
