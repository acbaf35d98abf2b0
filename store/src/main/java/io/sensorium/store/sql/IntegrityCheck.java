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

  private final LongConsumer progress;
  private final List<Finding> findings = new ArrayList<>();
  private long checkedRows;

  /**
   * A check of several databases.
   *
   * @param progress hears how many rows have been checked so far
   */
  IntegrityCheck(LongConsumer progress) {
    this.progress = progress;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  void checkMobility(ReaderPool readers) {
    checkPayloads(readers, "inbox", "position");
    checkPayloads(readers, "parked", "position");
    checkPayloads(readers, "blocks", "block_id");
    checkPayloads(readers, "paths", "user_id", "event_id", "");
  }

  void checkSensors(ReaderPool readers) {
    checkPayloads(readers, "measurement_log", "first_seq");
    checkPayloads(readers, "measurement_blocks", "block_id");
    checkPayloads(readers, "measurement_summaries", "source_id", "first_time", Long.MIN_VALUE);
  }

  private void checkPayloads(ReaderPool readers, String table, String key) {
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

  /** Of a table with a key of two columns, which begin after {@code start}. */
  private void checkPayloads(
      ReaderPool readers, String table, String first, String second, Object start) {
    record Key(Object first, Object second) {}
    var sql =
        "SELECT %1$s, %2$s, payload FROM %3$s WHERE (%1$s, %2$s) > (?, ?) ORDER BY %1$s, %2$s LIMIT ?"
            .formatted(first, second, table);
    var last = new Key(start, start);
    while (true) {
      var after = last;
      var page =
          readers.read(
              session ->
                  session.list(
                      sql,
                      row -> {
                        var key = new Key(row.getObject(1), row.getObject(2));
                        check(table, key.first() + "/" + key.second(), row.getBytes(3));
                        return key;
                      },
                      after.first(),
                      after.second(),
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
