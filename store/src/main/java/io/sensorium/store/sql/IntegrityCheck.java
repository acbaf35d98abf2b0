package io.sensorium.store.sql;

import io.sensorium.series.SignalsCodec;
import io.sensorium.store.database.Finding;
import io.sensorium.store.database.ReaderPool;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads everything that has a checksum. */
final class IntegrityCheck {

  /** Rows of one statement; short, so that no read lasts long. */
  private static final int PAGE_ROWS = 200;

  private final ReaderPool readers;
  private final LongConsumer progress;
  private final List<Finding> findings = new ArrayList<>();
  private long checkedRows;

  IntegrityCheck(ReaderPool readers, LongConsumer progress) {
    this.readers = readers;
    this.progress = progress;
  }

  List<Finding> ofMobility() {
    checkPayloads("inbox", "position");
    checkPayloads("parked", "position");
    checkPayloads("blocks", "block_id");
    checkPaths();
    return List.copyOf(findings);
  }

  List<Finding> ofSensors() {
    checkPayloads("measurement_log", "first_seq");
    checkPayloads("measurement_blocks", "block_id");
    return List.copyOf(findings);
  }

  private void checkPayloads(String table, String key) {
    var sql =
        "SELECT %s, payload FROM %s WHERE %s > ? ORDER BY %s LIMIT ?"
            .formatted(key, table, key, key);
    long last = Long.MIN_VALUE;
    while (true) {
      long after = last;
      var page = readers.read(s -> s.list(sql, row -> checkedNumber(table, row), after, PAGE_ROWS));
      report(page.size());
      if (page.isEmpty()) {
        return;
      }
      last = page.getLast();
    }
  }

  private long checkedNumber(String table, ResultSet row) throws SQLException {
    long key = row.getLong(1);
    check(table, Long.toString(key), row.getBytes(2));
    return key;
  }

  private void checkPaths() {
    record Key(String user, String event) {}
    var last = new Key("", "");
    while (true) {
      var after = last;
      var page =
          readers.read(
              session ->
                  session.list(
                      """
                      SELECT user_id, event_id, payload FROM paths
                      WHERE (user_id, event_id) > (?, ?) ORDER BY user_id, event_id LIMIT ?
                      """,
                      row -> {
                        var key = new Key(row.getString(1), row.getString(2));
                        check("paths", key.user() + "/" + key.event(), row.getBytes(3));
                        return key;
                      },
                      after.user(),
                      after.event(),
                      PAGE_ROWS));
      report(page.size());
      if (page.isEmpty()) {
        return;
      }
      last = page.getLast();
    }
  }

  private void check(String table, String key, byte[] payload) {
    if (!SignalsCodec.isIntact(payload)) {
      findings.add(new Finding(table, key, "the checksum does not hold"));
    }
  }

  private void report(int rows) {
    checkedRows += rows;
    progress.accept(checkedRows);
  }
}
