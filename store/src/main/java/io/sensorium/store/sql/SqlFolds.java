package io.sensorium.store.sql;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.bytes.Digests;
import io.sensorium.core.id.UserId;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.store.StoreException;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.inbox.Appended;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.sql.outbox.TimelineNotificationRows;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Folds;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.Snapshot;
import io.sensorium.store.timeline.SnapshotChange;
import io.sensorium.store.timeline.StoredEvent;
import io.sensorium.store.timeline.TripSpan;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Heads, snapshots and events as tables; a step of the engine as one transaction. */
final class SqlFolds implements Folds {
  /*
   * A step waits for no disk: its inbox entries are on disk, and are folded again should the step
   * be lost with the machine's power. Entry and step are in one log, so that both or none are lost.
   * A step that takes its batch in has no such entry: its commit is on disk when it returns.
   */

  private static final String CLOSED_WITHIN =
      EventRows.SELECT_STORED
          + "AND e.closed_at > ? AND e.closed_at <= ? ORDER BY e.start_at, e.event_id";

  /** Pieces do not overlap: none behind the first that ends after the range can begin in it. */
  private static final String OVERLAPPING =
      EventRows.SELECT_STORED
          + """
          AND e.piece_end >= ? AND e.piece_start <= ?
            AND e.piece_end <= COALESCE(
              (SELECT min(piece_end) FROM events WHERE user_id = ? AND piece_end > ?), ?)
          ORDER BY e.start_at, e.event_id
          """;

  private static final String PUT_HEAD =
      """
      INSERT INTO heads (user_id, last_time, tick, review_at, revision, state)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (user_id) DO UPDATE SET
        last_time = excluded.last_time, tick = excluded.tick, review_at = excluded.review_at,
        revision = excluded.revision, state = excluded.state
      """;

  private static final String RETIRE =
      """
      INSERT INTO retired_events (user_id, event_id, successor_id) VALUES (?, ?, ?)
      ON CONFLICT (user_id, event_id) DO UPDATE SET successor_id = excluded.successor_id
      """;

  private final SqlWriter writer;
  private final ReaderPool readers;
  private final ErasedUsers erased;
  private final ArrivalOrder arrivals;

  SqlFolds(SqlWriter writer, ReaderPool readers, ErasedUsers erased, ArrivalOrder arrivals) {
    this.writer = writer;
    this.readers = readers;
    this.erased = erased;
    this.arrivals = arrivals;
  }

  @Override
  public Optional<FoldHead> findHead(UserId user) {
    return readers.read(
        session ->
            session.find(
                """
                SELECT state, last_time, tick, review_at, revision FROM heads WHERE user_id = ?
                """,
                row ->
                    new FoldHead(
                        Blob.copyOf(row.getBytes(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)),
                user.value()));
  }

  @Override
  public Optional<Snapshot> findSnapshotBefore(UserId user, long beforeMicros) {
    return readers.read(
        session ->
            session.find(
                """
                SELECT time, state FROM snapshots WHERE user_id = ? AND time < ?
                ORDER BY time DESC LIMIT 1
                """,
                SqlFolds::readSnapshot,
                user.value(),
                beforeMicros));
  }

  @Override
  public List<Snapshot> listSnapshots(UserId user, long afterMicros, long upToMicros) {
    return readers.read(
        session ->
            session.list(
                """
                SELECT time, state FROM snapshots WHERE user_id = ? AND time > ? AND time <= ?
                ORDER BY time
                """,
                SqlFolds::readSnapshot,
                user.value(),
                afterMicros,
                upToMicros));
  }

  @Override
  public List<StoredEvent> listEventsClosedWithin(UserId user, long afterMicros, long upToMicros) {
    return readers.read(
        session ->
            session.list(
                CLOSED_WITHIN, EventRows::readStored, user.value(), afterMicros, upToMicros));
  }

  @Override
  public List<StoredEvent> listEventsOverlapping(UserId user, long fromMicros, long toMicros) {
    return readers.read(
        session ->
            session.list(
                OVERLAPPING,
                EventRows::readStored,
                user.value(),
                fromMicros,
                toMicros,
                user.value(),
                toMicros,
                Long.MAX_VALUE));
  }

  @Override
  public List<TripSpan> listTripsOfOtherBasis(UserId user, String basis) {
    return readers.read(
        session ->
            session.list(
                """
                SELECT piece_start, max(piece_end) FROM events
                WHERE user_id = ? AND kind = ? AND analysis <> ? AND basis <> ?
                GROUP BY piece_start ORDER BY piece_start DESC
                """,
                row -> new TripSpan(row.getLong(1), row.getLong(2)),
                user.value(),
                EventRows.TRANSPORT,
                AnalysisType.PRELIMINARY.ordinal(),
                basis));
  }

  @Override
  public boolean isBasisOfAllTrips(String basis) {
    return readers.read(
        session ->
            session
                .find(
                    "SELECT value FROM counters WHERE name = 'basis_of_all_trips'",
                    row -> row.getLong(1))
                .filter(hash -> hash == hashOf(basis))
                .isPresent());
  }

  @Override
  public void writeBasisOfAllTrips(String basis) {
    writer.write(
        session ->
            session.update(
                """
                INSERT INTO counters (name, value) VALUES ('basis_of_all_trips', ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """,
                hashOf(basis)));
  }

  private static long hashOf(String basis) {
    var digest = Digests.sha256().digest(basis.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong();
  }

  @Override
  public void commit(Revision revision) {
    write(
        revision,
        () ->
            writer.writeDerived(
                session -> {
                  erased.refuse(revision.user());
                  apply(session, revision);
                  return true;
                }),
        applied -> applied);
  }

  @Override
  public Appended commitArrival(NewEntry batch, Revision revision) {
    if (!batch.user().equals(revision.user())) {
      throw new IllegalArgumentException("the batch is not of this user");
    }
    return write(
        revision,
        () -> writer.write(session -> applyArrival(session, batch, revision)),
        appended -> !appended.duplicate());
  }

  /** Writes, and then has the archive's memory follow what is on disk. */
  private static <T> T write(
      Revision revision, Supplier<T> writing, Predicate<T> hasChangedArchive) {
    if (!(revision.archive() instanceof SqlArchiveDraft draft)) {
      return writing.get();
    }
    draft.forgetNewest(); // as long as nobody knows whether it is committed
    T written = writing.get();
    if (hasChangedArchive.test(written)) {
      draft.rememberNewest();
    }
    return written;
  }

  private Appended applyArrival(Session session, NewEntry batch, Revision revision)
      throws SQLException {
    erased.refuse(batch.user());
    var appended = arrivals.admit(session, batch);
    if (!appended.duplicate()) {
      apply(session, revision);
    }
    return appended;
  }

  private static void apply(Session session, Revision revision) throws SQLException {
    var user = revision.user();
    deleteFolded(session, revision);
    writeArchive(session, revision);
    putHead(session, user, revision.head());
    changeSnapshots(session, user, revision.snapshots());
    for (var id : revision.removed()) {
      EventRows.remove(session, user, id);
    }
    for (var event : revision.put()) {
      EventRows.put(session, user, event);
    }
    for (var retired : revision.retired()) {
      var successor = retired.successor();
      session.update(
          RETIRE, user.value(), retired.id().value(), successor == null ? null : successor.value());
    }
    SqlCorrections.settle(session, user, revision.corrections());
    TimelineNotificationRows.add(session, revision.news());
  }

  private static void deleteFolded(Session session, Revision revision) throws SQLException {
    for (long position : revision.foldedPositions()) {
      int deleted =
          session.update(
              "DELETE FROM inbox WHERE position = ? AND user_id = ?",
              position,
              revision.user().value());
      if (deleted != 1) {
        throw new StoreException("inbox entry " + position + " is gone");
      }
    }
  }

  private static void writeArchive(Session session, Revision revision) throws SQLException {
    var archive = revision.archive();
    if (archive == null) {
      return;
    }
    if (!(archive instanceof SqlArchiveDraft draft) || !draft.user().equals(revision.user())) {
      throw new IllegalArgumentException("the draft is not of this user's archive");
    }
    draft.write(session);
  }

  private static void putHead(Session session, UserId user, FoldHead head) throws SQLException {
    session.update(
        PUT_HEAD,
        user.value(),
        head.lastTimeMicros(),
        head.tickMicros(),
        head.reviewAtMicros(),
        head.revision(),
        head.state().toBytes());
  }

  private static void changeSnapshots(Session session, UserId user, SnapshotChange change)
      throws SQLException {
    if (change.afterMicros() < change.upToMicros()) {
      session.update(
          "DELETE FROM snapshots WHERE user_id = ? AND time > ? AND time <= ?",
          user.value(),
          change.afterMicros(),
          change.upToMicros());
    }
    for (var snapshot : change.snapshots()) {
      session.update(
          "INSERT INTO snapshots (user_id, time, state) VALUES (?, ?, ?)",
          user.value(),
          snapshot.timeMicros(),
          snapshot.state().toBytes());
    }
  }

  @Override
  public List<UserId> listDue(long tickMicros, int limit) {
    return readers.read(
        session ->
            session.list(
                """
                SELECT user_id FROM heads
                WHERE review_at <= ? AND review_at < 9223372036854775807
                ORDER BY review_at, user_id LIMIT ?
                """,
                SqlFolds::readUser,
                tickMicros,
                limit));
  }

  @Override
  public List<UserId> listUsers() {
    return readers.read(
        session -> session.list("SELECT user_id FROM heads ORDER BY user_id", SqlFolds::readUser));
  }

  @Override
  public long lastTick() {
    return readers.read(
        session ->
            session
                .find("SELECT value FROM counters WHERE name = 'tick'", row -> row.getLong(1))
                .orElse(Long.MIN_VALUE));
  }

  @Override
  public void writeTick(long tickMicros) {
    writer.write(
        session ->
            session.update(
                """
                INSERT INTO counters (name, value) VALUES ('tick', ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                WHERE counters.value < excluded.value
                """,
                tickMicros));
  }

  private static Snapshot readSnapshot(ResultSet row) throws SQLException {
    return new Snapshot(row.getLong(1), Blob.copyOf(row.getBytes(2)));
  }

  private static UserId readUser(ResultSet row) throws SQLException {
    return new UserId(row.getString(1));
  }
}
