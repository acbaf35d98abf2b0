package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.outbox.Followers;
import io.sensorium.store.outbox.TimelineNotifications;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Followed users as a table, of which a copy is in memory. */
final class SqlFollowers implements Followers {

  /** Longer than need be, so that not every reader that comes back writes. */
  private static final Duration RESERVE = Duration.ofHours(1);

  private static final String PUT =
      """
      INSERT INTO followers (user_id, until_at) VALUES (?, ?)
      ON CONFLICT (user_id) DO UPDATE SET until_at = excluded.until_at
      """;

  private final SqlWriter writer;
  private final Consumer<UserId> refuseErased;
  private final Map<String, Long> endsMicros = new ConcurrentHashMap<>();

  SqlFollowers(SqlWriter writer, ReaderPool readers, Consumer<UserId> refuseErased) {
    this.writer = writer;
    this.refuseErased = refuseErased;
    readers.read(
        session ->
            session.list(
                "SELECT user_id, until_at FROM followers",
                row -> endsMicros.put(row.getString(1), row.getLong(2))));
  }

  @Override
  public boolean isFollowed(UserId user, Instant at) {
    return !endsMicros.isEmpty() && endMicros(user) >= Micros.of(at);
  }

  @Override
  public void follow(UserId user, Instant at) {
    var until = at.plus(TimelineNotifications.KEPT_FOR);
    if (endMicros(user) >= Micros.of(until)) {
      return;
    }
    long endMicros = Micros.of(until.plus(RESERVE));
    writer.write(
        session -> {
          refuseErased.accept(user);
          return session.update(PUT, user.value(), endMicros);
        });
    endsMicros.put(user.value(), endMicros);
  }

  @Override
  public void prune(Instant now) {
    long before = Micros.of(now);
    if (endsMicros.values().removeIf(end -> end < before)) {
      writer.write(session -> session.update("DELETE FROM followers WHERE until_at < ?", before));
    }
  }

  private long endMicros(UserId user) {
    return endsMicros.getOrDefault(user.value(), Long.MIN_VALUE);
  }
}
