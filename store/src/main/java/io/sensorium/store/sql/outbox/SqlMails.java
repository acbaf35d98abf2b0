package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.outbox.Mails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes and mails as two tables. */
final class SqlMails implements Mails {

  private static final int WAITING = 0;
  private static final int SENT = 1;
  private static final int GIVEN_UP = 2;

  private static final String NOTES =
      """
      SELECT position, subject, body, noted_at FROM mail_notes
      WHERE owner_id = ? ORDER BY position LIMIT ?
      """;

  private static final String INSERT =
      """
      INSERT INTO mails
        (owner_id, message_id, created_at, state, tries, next_at, subject, body)
      VALUES (?, ?, ?, 0, 0, ?, ?, ?)
      """;

  private static final String DUE =
      """
      SELECT position, owner_id, message_id, subject, body, tries FROM mails
      WHERE state = 0 AND next_at <= ? ORDER BY next_at, position LIMIT 1
      """;

  private static final String FAIL =
      """
      UPDATE mails SET state = ?, tries = tries + 1, next_at = ?, ended_at = ?, last_error = ?
      WHERE position = ?
      """;

  private final SqlWriter writer;
  private final ReaderPool readers;

  SqlMails(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public List<SensorUserId> listOwnersWithNotes() {
    return readers.read(
        session ->
            session.list(
                "SELECT owner_id FROM mail_notes GROUP BY owner_id ORDER BY min(position)",
                row -> new SensorUserId(row.getLong(1))));
  }

  @Override
  public List<Note> listNotes(SensorUserId owner, int limit) {
    return readers.read(session -> session.list(NOTES, SqlMails::readNote, owner.value(), limit));
  }

  private static Note readNote(ResultSet row) throws SQLException {
    return new Note(
        row.getLong(1), row.getString(2), row.getString(3), Micros.toInstant(row.getLong(4)));
  }

  @Override
  public int countMails(SensorUserId owner, Instant since) {
    return (int)
        (long)
            readers.read(
                session ->
                    session.number(
                        "SELECT count(*) FROM mails WHERE owner_id = ? AND created_at > ?",
                        owner.value(),
                        Micros.of(since)));
  }

  @Override
  public void compose(List<Note> notes, Mail mail, Instant at) {
    writer.write(session -> compose(session, notes, mail, Micros.of(at)));
  }

  private static int compose(Session session, List<Note> notes, Mail mail, long at)
      throws SQLException {
    int taken = 0;
    for (var note : notes) {
      taken += session.update("DELETE FROM mail_notes WHERE position = ?", note.position());
    }
    if (taken == 0) {
      return 0; // in a mail already, or their owner is gone
    }
    return session.update(
        INSERT, mail.owner().value(), mail.messageId(), at, at, mail.subject(), mail.text());
  }

  @Override
  public void dropNotes(SensorUserId owner) {
    writer.write(
        session -> session.update("DELETE FROM mail_notes WHERE owner_id = ?", owner.value()));
  }

  @Override
  public Optional<Due> findDue(Instant now) {
    return readers.read(session -> session.find(DUE, SqlMails::readDue, Micros.of(now)));
  }

  private static Due readDue(ResultSet row) throws SQLException {
    var mail =
        new Mail(
            row.getString("message_id"),
            new SensorUserId(row.getLong("owner_id")),
            row.getString("subject"),
            row.getString("body"));
    return new Due(row.getLong("position"), mail, row.getInt("tries"));
  }

  @Override
  public void markSent(long position, Instant at) {
    writer.write(
        session ->
            session.update(
                """
                UPDATE mails
                SET state = ?, tries = tries + 1, next_at = NULL, ended_at = ?, last_error = NULL
                WHERE position = ?
                """,
                SENT,
                Micros.of(at),
                position));
  }

  @Override
  public void markFailed(long position, String error, @Nullable Instant nextAt, Instant at) {
    writer.write(
        session ->
            session.update(
                FAIL,
                nextAt == null ? GIVEN_UP : WAITING,
                nextAt == null ? null : Micros.of(nextAt),
                nextAt == null ? Micros.of(at) : null,
                error,
                position));
  }

  @Override
  public void prune(Instant now) {
    long before = Micros.of(now.minus(KEPT_FOR));
    writer.write(
        session -> session.update("DELETE FROM mails WHERE state <> 0 AND ended_at < ?", before));
  }
}
