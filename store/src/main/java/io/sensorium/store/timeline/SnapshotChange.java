package io.sensorium.store.timeline;

import java.util.List;

/** Puts {@code snapshots} in place of all with {@code afterMicros < time <= upToMicros}. */
public record SnapshotChange(long afterMicros, long upToMicros, List<Snapshot> snapshots) {

  public SnapshotChange {
    snapshots = List.copyOf(snapshots);
  }
}
