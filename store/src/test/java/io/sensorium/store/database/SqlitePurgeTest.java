package io.sensorium.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows that grow, come and go in no order move between pages, and leave copies where they were: no
 * DELETE finds those, and secure_delete does not overwrite them.
 */
class SqlitePurgeTest {

  private static final int STEPS = 12_000;
  private static final int STEPS_AT_ONCE = 4;

  @TempDir private Path directory;
  private final Random random = new Random(1);
  private final List<String> users = IntStream.range(0, 40).mapToObj(_ -> hex(96)).toList();

  private String hex(int bits) {
    return new BigInteger(bits, random).setBit(bits - 1).toString(16);
  }

  @Test
  void copiesThatNoStatementFindsAreGoneAfterAPurge() throws Exception {
    var file = directory.resolve("mobility.db");
    try (var database = SqlDatabase.open(new SqliteDatabase(file, "mobility"), 1)) {
      for (int step = 0; step < STEPS; step += STEPS_AT_ONCE) {
        int from = step;
        database.writer().writeDerived(session -> live(session, from));
      }
      for (var user : erased()) {
        database
            .writer()
            .write(
                session ->
                    session.update("DELETE FROM retired_events WHERE user_id = ?", user)
                        + session.update("DELETE FROM blocks WHERE user_id = ?", user));
      }
      assertThat(database.writer().upkeep(database.database()::emptyLog)).isTrue();
      assertThat(erasedIn(file)).as("what is left without a purge").isNotEmpty();

      database.purge(Duration.ofSeconds(30));

      assertThat(erasedIn(file)).isEmpty();
      assertThat(Files.size(directory.resolve("mobility.db-wal"))).isZero();
    }
  }

  private List<String> erased() {
    return users.subList(0, 20);
  }

  private List<String> erasedIn(Path file) throws IOException {
    var content = Files.readString(file, StandardCharsets.ISO_8859_1);
    return erased().stream().filter(content::contains).toList();
  }

  private boolean live(Session session, int from) throws SQLException {
    for (int step = from; step < from + STEPS_AT_ONCE; step++) {
      var user = users.get(random.nextInt(users.size()));
      session.update(
          "INSERT INTO retired_events (user_id, event_id, successor_id) VALUES (?, ?, ?)",
          user,
          hex(256),
          "after " + user + step);
      if (random.nextBoolean()) {
        session.update(
            """
            DELETE FROM retired_events WHERE user_id = ? AND event_id =
              (SELECT min(event_id) FROM retired_events WHERE user_id = ? AND event_id > ?)
            """,
            user,
            user,
            hex(256));
      }
      grow(session, user, step);
    }
    return true;
  }

  /** The last block of a user gets longer; a new one is begun when it is long enough. */
  private void grow(Session session, String user, int step) throws SQLException {
    int limit = List.of(500, 3_000, 9_000).get(random.nextInt(3));
    var more = ("<" + user + step + ">").getBytes(StandardCharsets.US_ASCII);
    int grown =
        session.update(
            """
            UPDATE blocks SET payload = CAST(payload || ? AS BLOB) WHERE length(payload) < ?
              AND block_id = (SELECT max(block_id) FROM blocks WHERE user_id = ?)
            """,
            more,
            limit,
            user);
    if (grown == 0) {
      session.update(
          """
          INSERT INTO blocks
            (user_id, stream, first_time, last_time, reach, item_count, weight, payload)
          VALUES (?, 1, ?, 0, 0, 0, 0, ?)
          """,
          user,
          step,
          more);
    }
  }
}
