package io.sensorium.store.sql.retention;

import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.retention.RawKind;
import io.sensorium.store.retention.Retention;
import java.util.OptionalInt;

/** Retention as a table. */
public final class SqlRetention implements Retention {

  private static final String FIND = "SELECT days FROM retention WHERE kind = ?";

  private static final String SET =
      """
      INSERT INTO retention (kind, days) VALUES (?, ?)
      ON CONFLICT (kind) DO UPDATE SET days = excluded.days
      """;

  private final SqlWriter writer;
  private final ReaderPool readers;

  public SqlRetention(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public OptionalInt findDays(RawKind kind) {
    return readers
        .read(session -> session.find(FIND, row -> row.getInt(1), kind.key()))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  @Override
  public void setDays(RawKind kind, OptionalInt days) {
    writer.write(
        session ->
            days.isPresent()
                ? session.update(SET, kind.key(), (long) days.getAsInt())
                : session.update("DELETE FROM retention WHERE kind = ?", kind.key()));
  }
}
