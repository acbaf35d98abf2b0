package io.sensorium.benchmarks.peers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A connection to PostgreSQL, with its statements prepared. */
final class SqlLine implements Contender.Line {

  private static final String COPY = "COPY points (series, at, value) FROM STDIN";

  private static final String LATEST =
      """
      SELECT series.id, last.at, last.value
      FROM series CROSS JOIN LATERAL (
        SELECT at, value FROM points WHERE points.series = series.id AND points.at <= ?
        ORDER BY at DESC LIMIT 1) last
      """;

  private static final String EXTREMES =
      "SELECT min(value), max(value) FROM points WHERE series = ? AND at >= ? AND at < ?";

  private static final String TICKS =
      """
      SELECT date_bin(make_interval(secs => ?), at, TIMESTAMPTZ 'epoch') AS tick,
             avg(value), min(value), max(value)
      FROM points WHERE series = ? AND at >= ? AND at < ? GROUP BY tick ORDER BY tick
      """;

  private final Connection connection;
  private final CopyManager copy;

  SqlLine(Connection connection) throws SQLException {
    this.connection = connection;
    copy = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  @Override
  public void send(byte[] rows) throws IOException {
    try {
      copy.copyIn(COPY, new ByteArrayInputStream(rows));
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public String ask(Question question) throws IOException {
    try {
      return switch (question) {
        case Question.Latest latest -> rows(LATEST, at(latest.now()));
        case Question.Extremes extremes ->
            rows(EXTREMES, extremes.series(), at(extremes.from()), at(extremes.to()));
        case Question.Ticks ticks ->
            rows(
                TICKS,
                (double) ticks.width().toSeconds(),
                ticks.series(),
                at(ticks.from()),
                at(ticks.to()));
      };
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /* The driver keeps the statement prepared on the server from its fifth use on. */
  private String rows(String sql, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (var rows = statement.executeQuery()) {
        var text = new StringBuilder();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            text.append(rows.getString(column)).append(column == columns ? '\n' : ' ');
          }
        }
        return text.toString();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
