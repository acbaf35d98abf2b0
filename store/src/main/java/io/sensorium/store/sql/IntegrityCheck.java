package io.sensorium.store.sql;

import io.sensorium.series.SignalsCodec;
import io.sensorium.store.database.Finding;
import io.sensorium.store.database.ReaderPool;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads everything that has a checksum. */
final class IntegrityCheck {

  /** Rows of one statement; short, so that no read lasts long. */
  private static final int PAGE_ROWS = 200;

  /** A column of a table's key, and what all its values come after. */
  private record Column(String name, Object before) {}

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
    checkPayloads(readers, "inbox", number("position"));
    checkPayloads(readers, "parked", number("position"));
    checkPayloads(readers, "blocks", number("block_id"));
    checkPayloads(readers, "paths", text("user_id"), text("event_id"));
    checkPayloads(readers, "drives", text("user_id"), text("event_id"));
    checkPayloads(readers, "car_behavior", text("user_id"));
    checkPayloads(readers, "period_scores", text("user_id"), number("period"), number("first_day"));
  }

  void checkSensors(ReaderPool readers) {
    checkPayloads(readers, "measurement_log", number("first_seq"));
    checkPayloads(readers, "measurement_blocks", number("block_id"));
    checkPayloads(readers, "measurement_summaries", number("source_id"), number("first_time"));
  }

  private static Column number(String name) {
    return new Column(name, Long.MIN_VALUE);
  }

  private static Column text(String name) {
    return new Column(name, "");
  }

  private void checkPayloads(ReaderPool readers, String table, Column... key) {
    var columns = Stream.of(key).map(Column::name).collect(Collectors.joining(", "));
    var holes = String.join(", ", Collections.nCopies(key.length, "?"));
    var sql =
        "SELECT %1$s, payload FROM %2$s WHERE (%1$s) > (%3$s) ORDER BY %1$s LIMIT ?"
            .formatted(columns, table, holes);
    var last = Stream.of(key).map(Column::before).toArray();
    while (true) {
      var parameters = Arrays.copyOf(last, key.length + 1);
      parameters[key.length] = PAGE_ROWS;
      var page =
          readers.read(s -> s.list(sql, row -> checkedKey(table, row, key.length), parameters));
      report(page.size());
      if (page.isEmpty()) {
        return;
      }
      last = page.getLast();
    }
  }

  private Object[] checkedKey(String table, ResultSet row, int length) throws SQLException {
    var key = new Object[length];
    for (int i = 0; i < length; i++) {
      key[i] = row.getObject(i + 1);
    }
    var name = Stream.of(key).map(String::valueOf).collect(Collectors.joining("/"));
    check(table, name, row.getBytes(length + 1));
    return key;
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
