package io.sensorium.store.sql.sensing;

import io.sensorium.core.time.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Values in columns that may be null. */
final class Columns {

  private Columns() {}

  static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : (Long) value;
  }

  static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    var micros = number(row, column);
    return micros == null ? null : Micros.toInstant(micros);
  }

  static @Nullable Long micros(@Nullable Instant instant) {
    return instant == null ? null : (Long) Micros.of(instant);
  }

  static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
