package io.sensorium.engine.flow;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.timeline.Folds;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states that the run before left, read as far as the fold comes: a late fix must not read what
 * lies years behind it.
 */
final class OldSnapshots {

  static final OldSnapshots NONE = new OldSnapshots(Map.of());

  private static final long MICROS_PER_READ = Micros.PER_DAY;

  private final @Nullable Folds folds;
  private final @Nullable UserId user;
  private Map<Long, Blob> known;
  private long knownUpToMicros;

  private OldSnapshots(Map<Long, Blob> all) {
    folds = null;
    user = null;
    known = all;
    knownUpToMicros = Long.MAX_VALUE;
  }

  private OldSnapshots(Folds folds, UserId user) {
    this.folds = folds;
    this.user = user;
    known = Map.of();
    knownUpToMicros = Long.MIN_VALUE;
  }

  /** All of them, by time. */
  static OldSnapshots of(Map<Long, Blob> all) {
    return new OldSnapshots(all);
  }

  /** Those of the store; they are asked for in the order of time. */
  static OldSnapshots stored(Folds folds, UserId user) {
    return new OldSnapshots(folds, user);
  }

  /** The state at an instant; null when none was kept there. */
  @Nullable Blob at(long timeMicros) {
    if (timeMicros > knownUpToMicros && folds != null && user != null) {
      read(folds, user, timeMicros);
    }
    return known.get(timeMicros);
  }

  private void read(Folds from, UserId of, long timeMicros) {
    known = new HashMap<>();
    knownUpToMicros = timeMicros + MICROS_PER_READ;
    for (var snapshot : from.listSnapshots(of, timeMicros - 1, knownUpToMicros)) {
      known.put(snapshot.timeMicros(), snapshot.state());
    }
  }
}
