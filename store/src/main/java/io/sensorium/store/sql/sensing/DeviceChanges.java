package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The one way to change what is known of devices: the tables, and then the cache of them. */
final class DeviceChanges {

  /** Work that changes devices. */
  @FunctionalInterface
  interface Change<T> {
    T run(Session session, Touched touched) throws SQLException;
  }

  private final SqlWriter writer;
  private final InventoryCache cache;
  private final Clock clock;
  private final Instant openedAt;
  private final AtomicLong changes = new AtomicLong();
  private final Map<SensorUserId, Instant> lastChanges = new ConcurrentHashMap<>();

  DeviceChanges(SqlWriter writer, InventoryCache cache, Clock clock) {
    this.writer = writer;
    this.cache = cache;
    this.clock = clock;
    this.openedAt = clock.instant();
  }

  <T> T change(Change<T> change) {
    var touched = new Touched();
    boolean committed = false;
    try {
      T result =
          writer.write(
              session -> {
                T value = change.run(session, touched);
                cache.mark(touched);
                return value;
              });
      committed = true;
      return result;
    } finally {
      cache.apply(touched, committed);
      tell(touched);
    }
  }

  private void tell(Touched touched) {
    var now = clock.instant();
    touched.owners().forEach(owner -> lastChanges.merge(owner, now, DeviceChanges::later));
    if (touched.haveSerialsChanged()) {
      changes.incrementAndGet();
    }
  }

  /** The clock may be set back, the last change may not. */
  private static Instant later(Instant last, Instant now) {
    return now.isAfter(last) ? now : last.plusNanos(1_000);
  }

  /** How often serials came to name other sources. */
  long changeCount() {
    return changes.get();
  }

  /** Before the store was opened nothing is known: then that is the answer. */
  Instant lastChange(SensorUserId owner) {
    return lastChanges.getOrDefault(owner, openedAt);
  }
}
