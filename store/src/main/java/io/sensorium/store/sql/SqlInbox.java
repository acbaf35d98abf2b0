package io.sensorium.store.sql;

import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.series.DamagedBytesException;
import io.sensorium.series.SignalsCodec;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.inbox.Appended;
import io.sensorium.store.inbox.DamagedEntryException;
import io.sensorium.store.inbox.Inbox;
import io.sensorium.store.inbox.InboxEntry;
import io.sensorium.store.inbox.InboxStatus;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.inbox.ParkedInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The inbox as a table of encoded batches, and a table of the keys of batches. */
final class SqlInbox implements Inbox {

  private static final int MAX_ENTRIES = 512;

  private static final String INSERT =
      """
      INSERT INTO inbox
        (position, user_id, install_id, received_at, item_count, payload_bytes, payload)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String LIST =
      """
      SELECT position, user_id, install_id, received_at, item_count, payload FROM inbox
      WHERE user_id = ? ORDER BY position LIMIT ?
      """;

  private static final String PARK =
      """
      INSERT INTO parked
        (position, user_id, install_id, received_at, parked_at, reason, item_count, payload)
      SELECT position, user_id, install_id, received_at, ?, ?, item_count, payload
      FROM inbox WHERE position = ?
      """;

  private static final String REPLAY =
      """
      INSERT INTO inbox
        (position, user_id, install_id, received_at, item_count, payload_bytes, payload)
      SELECT ?, user_id, install_id, received_at, item_count, length(payload), payload
      FROM parked WHERE position = ?
      """;

  private static final String STATUS =
      """
      SELECT count(*), COALESCE(sum(payload_bytes), 0), count(DISTINCT user_id), min(position),
        (SELECT count(*) FROM parked)
      FROM inbox
      """;

  private final SqlWriter writer;
  private final ReaderPool readers;
  private final ErasedUsers erased;
  private final ArrivalOrder arrivals;

  SqlInbox(SqlWriter writer, ReaderPool readers, ErasedUsers erased, ArrivalOrder arrivals) {
    this.writer = writer;
    this.readers = readers;
    this.erased = erased;
    this.arrivals = arrivals;
  }

  @Override
  public Appended append(NewEntry entry) {
    var payload = SignalsCodec.encode(entry.signals());
    return writer.write(session -> append(session, entry, payload));
  }

  private Appended append(Session session, NewEntry entry, byte[] payload) throws SQLException {
    erased.refuse(entry.user());
    var appended = arrivals.admit(session, entry);
    if (appended.position() > 0) {
      session.update(
          INSERT,
          appended.position(),
          entry.user().value(),
          entry.install().value(),
          Micros.of(entry.receivedAt()),
          entry.signals().itemCount(),
          payload.length,
          payload);
    }
    return appended;
  }

  @Override
  public List<UserId> listPendingUsers() {
    return readers.read(
        session ->
            session.list(
                "SELECT user_id FROM inbox GROUP BY user_id ORDER BY min(position)",
                row -> new UserId(row.getString(1))));
  }

  @Override
  public List<InboxEntry> listEntries(UserId user, int maxItems) {
    return readers.read(session -> listEntries(session, user, maxItems));
  }

  private static List<InboxEntry> listEntries(Session session, UserId user, int maxItems)
      throws SQLException {
    var entries = new ArrayList<InboxEntry>();
    long items = 0;
    try (var rows = session.open(LIST, user.value(), MAX_ENTRIES)) {
      while (rows.next()) {
        items += rows.getInt(5);
        if (items > maxItems && !entries.isEmpty()) {
          break;
        }
        entries.add(readEntry(rows));
      }
    }
    return entries;
  }

  private static InboxEntry readEntry(ResultSet row) throws SQLException {
    long position = row.getLong(1); // by number: names would be looked up for each result
    return new InboxEntry(
        position,
        new UserId(row.getString(2)),
        new InstallId(row.getString(3)),
        Micros.toInstant(row.getLong(4)),
        decode(position, row.getBytes(6)));
  }

  private static Signals decode(long position, byte[] payload) {
    try {
      return SignalsCodec.decode(payload);
    } catch (DamagedBytesException e) {
      throw new DamagedEntryException(position);
    }
  }

  @Override
  public void park(long position, String reason, Instant parkedAt) {
    writer.write(
        session -> {
          session.update(PARK, Micros.of(parkedAt), reason, position);
          return session.update("DELETE FROM inbox WHERE position = ?", position);
        });
  }

  @Override
  public List<ParkedInput> listParked() {
    return readers.read(
        session ->
            session.list(
                """
                SELECT position, user_id, received_at, parked_at, reason, item_count
                FROM parked ORDER BY position
                """,
                row ->
                    new ParkedInput(
                        row.getLong(1),
                        new UserId(row.getString(2)),
                        Micros.toInstant(row.getLong(3)),
                        Micros.toInstant(row.getLong(4)),
                        row.getString(5),
                        row.getInt(6))));
  }

  @Override
  public boolean replay(long parkedId) {
    return writer.write(
        session -> {
          if (session.update(REPLAY, arrivals.drawPosition(), parkedId) == 0) {
            return false;
          }
          session.update("DELETE FROM parked WHERE position = ?", parkedId);
          return true;
        });
  }

  @Override
  public InboxStatus status() {
    return readers.read(session -> session.find(STATUS, this::readStatus).orElseThrow());
  }

  private InboxStatus readStatus(ResultSet row) throws SQLException {
    long entries = row.getLong(1);
    long position = arrivals.lastPosition();
    long folded = entries == 0 ? position : row.getLong(4) - 1;
    return new InboxStatus(
        position, folded, entries, row.getLong(2), row.getLong(3), row.getLong(5));
  }

  @Override
  public void forgetBatchesBefore(Instant instant) {
    writer.write(
        session -> {
          session.update(
              """
              INSERT INTO counters (name, value) VALUES ('position', ?)
              ON CONFLICT (name) DO UPDATE SET value = excluded.value
              """,
              arrivals.lastPosition());
          return session.update("DELETE FROM batches WHERE first_seen < ?", Micros.of(instant));
        });
  }
}
