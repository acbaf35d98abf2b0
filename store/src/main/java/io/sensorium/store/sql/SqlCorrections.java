package io.sensorium.store.sql;

import io.sensorium.core.correction.Claim;
import io.sensorium.core.correction.Correction;
import io.sensorium.core.id.CorrectionId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.correction.Corrections;
import io.sensorium.store.correction.NewCorrection;
import io.sensorium.store.correction.SettledCorrections;
import io.sensorium.store.correction.WaitingCorrection;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.database.Work;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Corrections as rows. */
final class SqlCorrections implements Corrections {
  /*
   * A row that was taken back is deleted by the step that derives the timeline without it, and not
   * before: a step that is under way may have read it, and then marks as shown what is taken back.
   * The next step finds it so and derives once more.
   */

  private static final int MODE = 0;
  private static final int PLACE = 1;
  private static final int NOT_A_STAY = 2;

  private static final TransportMode[] MODES = TransportMode.values();

  private static final String SELECT =
      """
      SELECT correction_id, seq, start_at, end_at, given_at, kind, mode, place_name, not_a_stay,
        withdrawn
      FROM corrections WHERE user_id = ?
      """;

  private static final String INSERT =
      """
      INSERT INTO corrections
        (user_id, seq, correction_id, start_at, end_at, given_at, kind, mode, place_name,
         not_a_stay, shown, withdrawn)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
      """;

  private static final String COUNT_OTHERS =
      """
      SELECT count(*) FROM corrections
      WHERE user_id = ? AND withdrawn = 0 AND NOT (kind = ? AND start_at = ? AND end_at = ?)
      """;

  private static final String WITHDRAW_SAME =
      """
      UPDATE corrections SET withdrawn = 1
      WHERE user_id = ? AND withdrawn = 0 AND kind = ? AND start_at = ? AND end_at = ?
      """;

  private static final String DRAW_SEQ =
      """
      INSERT INTO counters (name, value) VALUES ('correction', 1)
      ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
      """;

  private final SqlWriter writer;
  private final ReaderPool readers;
  private final ErasedUsers erased;
  private final AtomicLong changes = new AtomicLong();

  SqlCorrections(SqlWriter writer, ReaderPool readers, ErasedUsers erased) {
    this.writer = writer;
    this.readers = readers;
    this.erased = erased;
  }

  @Override
  public long changeCount() {
    return changes.get();
  }

  private <T> T change(Work<T> work) {
    try {
      return writer.write(work);
    } finally {
      changes.incrementAndGet(); // also when it failed: who knows how far it came
    }
  }

  @Override
  public Optional<Correction> add(UserId user, NewCorrection correction) {
    return change(session -> add(session, user, correction));
  }

  private Optional<Correction> add(Session session, UserId user, NewCorrection given)
      throws SQLException {
    erased.refuse(user);
    int kind = kindOf(given.claim());
    long start = Micros.of(given.start());
    long end = endOf(session, user, given, start);
    if (session.number(COUNT_OTHERS, user.value(), kind, start, end) >= MAX_PER_USER) {
      return Optional.empty();
    }
    session.update(WITHDRAW_SAME, user.value(), kind, start, end);
    session.update(DRAW_SEQ);
    long seq = session.number("SELECT value FROM counters WHERE name = 'correction'");
    var correction = new Correction(given.id(), seq, start, end, given.givenAt(), given.claim());
    insert(session, user, correction);
    return Optional.of(correction);
  }

  private static long endOf(Session session, UserId user, NewCorrection given, long startMicros)
      throws SQLException {
    var end = given.end();
    if (end != null) {
      return Micros.of(end);
    }
    return session
        .find("SELECT last_time FROM heads WHERE user_id = ?", row -> row.getLong(1), user.value())
        .map(lastMicros -> Math.max(lastMicros, startMicros))
        .orElse(startMicros);
  }

  private static void insert(Session session, UserId user, Correction correction)
      throws SQLException {
    var claim = correction.claim();
    session.update(
        INSERT,
        user.value(),
        correction.seq(),
        correction.id().value(),
        correction.startMicros(),
        correction.endMicros(),
        Micros.of(correction.givenAt()),
        kindOf(claim),
        claim instanceof Claim.Mode(var mode) && mode != null ? mode.ordinal() : null,
        claim instanceof Claim.Place(var name) ? name : null,
        claim instanceof Claim.NotAStay(boolean holds) ? (holds ? 1 : 0) : null);
  }

  @Override
  public boolean withdraw(UserId user, CorrectionId id) {
    return change(
            session ->
                session.update(
                    """
                    UPDATE corrections SET withdrawn = 1
                    WHERE user_id = ? AND correction_id = ? AND withdrawn = 0
                    """,
                    user.value(),
                    id.value()))
        == 1;
  }

  @Override
  public List<Correction> list(UserId user) {
    return list(user, "AND withdrawn = 0 ORDER BY seq");
  }

  @Override
  public List<Correction> listShown(UserId user) {
    return list(user, "AND shown = 1 ORDER BY seq");
  }

  private List<Correction> list(UserId user, String condition) {
    return readers.read(
        session -> session.list(SELECT + condition, SqlCorrections::read, user.value()));
  }

  @Override
  public List<WaitingCorrection> listWaiting(UserId user) {
    return readers.read(
        session ->
            session.list(
                SELECT + "AND shown <= withdrawn ORDER BY seq",
                row -> new WaitingCorrection(read(row), row.getInt(10) == 1),
                user.value()));
  }

  @Override
  public List<UserId> listWaitingUsers() {
    return readers.read(
        session ->
            session.list(
                """
                SELECT DISTINCT user_id FROM corrections WHERE shown <= withdrawn ORDER BY user_id
                """,
                row -> new UserId(row.getString(1))));
  }

  /** The part of a revision's transaction that is about corrections. */
  static void settle(Session session, UserId user, SettledCorrections settled) throws SQLException {
    for (long seq : settled.shown()) {
      session.update(
          "UPDATE corrections SET shown = 1 WHERE user_id = ? AND seq = ?", user.value(), seq);
    }
    for (long seq : settled.dropped()) {
      session.update(
          "DELETE FROM corrections WHERE user_id = ? AND seq = ? AND withdrawn = 1",
          user.value(),
          seq);
    }
  }

  private static Correction read(ResultSet row) throws SQLException {
    return new Correction(
        new CorrectionId(row.getString(1)),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        Micros.toInstant(row.getLong(5)),
        readClaim(row));
  }

  private static Claim readClaim(ResultSet row) throws SQLException {
    int mode = row.getInt(7);
    boolean noMode = row.wasNull();
    return switch (row.getInt(6)) {
      case MODE -> new Claim.Mode(noMode ? null : MODES[mode]);
      case PLACE -> new Claim.Place(row.getString(8));
      default -> new Claim.NotAStay(row.getInt(9) == 1);
    };
  }

  private static int kindOf(Claim claim) {
    return switch (claim) {
      case Claim.Mode _ -> MODE;
      case Claim.Place _ -> PLACE;
      case Claim.NotAStay _ -> NOT_A_STAY;
    };
  }
}
