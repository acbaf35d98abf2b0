package io.sensorium.store.database;

import java.util.List;

/**
 * What a store is and how much room it takes.
 *
 * @param kind {@code sqlite} or {@code postgresql}
 * @param files databases with what they take on disk, logs included
 */
public record StoreStatus(String kind, List<FileSize> files) {

  /** One database. */
  public record FileSize(String name, long bytes) {}

  public StoreStatus {
    files = List.copyOf(files);
  }

  public long sizeBytes() {
    return files.stream().mapToLong(FileSize::bytes).sum();
  }
}
