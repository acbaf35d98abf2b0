package io.sensorium.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A block as its row tells without its items. */
record BlockHeader(long id, long firstMicros, long lastMicros, int itemCount, int weight) {

  /** The columns that {@link #read} takes. */
  static final String COLUMNS = "block_id, first_time, last_time, item_count, weight";

  static BlockHeader read(ResultSet row) throws SQLException {
    return new BlockHeader(
        row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4), row.getInt(5));
  }
}
