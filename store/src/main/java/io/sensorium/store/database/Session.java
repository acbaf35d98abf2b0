package io.sensorium.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection with the statements that were prepared on it; for one thread at a time. */
public final class Session implements AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  public Session(Connection connection) {
    this.connection = connection;
  }

  public Connection connection() {
    return connection;
  }

  /** Runs a statement and returns how many rows it changed. */
  public int update(String sql, @Nullable Object... parameters) throws SQLException {
    return bound(sql, parameters).executeUpdate();
  }

  /** Runs a statement that is not a change of rows. */
  public void execute(String sql) throws SQLException {
    prepared(sql).execute();
  }

  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    var rows = new ArrayList<T>();
    try (var result = bound(sql, parameters).executeQuery()) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    }
    return rows;
  }

  public <T> Optional<T> find(String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (var result = bound(sql, parameters).executeQuery()) {
      return result.next() ? Optional.of(reader.read(result)) : Optional.empty();
    }
  }

  /** The rows as they come; the caller closes the result before the next use of the session. */
  public ResultSet open(String sql, @Nullable Object... parameters) throws SQLException {
    return bound(sql, parameters).executeQuery();
  }

  /** The number in the one row and column of a result. */
  public long number(String sql, @Nullable Object... parameters) throws SQLException {
    return find(sql, row -> row.getLong(1), parameters).orElseThrow();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  private PreparedStatement bound(String sql, @Nullable Object[] parameters) throws SQLException {
    var statement = prepared(sql);
    for (int i = 0; i < parameters.length; i++) {
      bind(statement, i + 1, parameters[i]);
    }
    return statement;
  }

  /** Some forty times an upload: a switch over types calls method handles, this does not. */
  @SuppressWarnings("IfChainToSwitch")
  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof String text) {
      statement.setString(index, text);
    } else if (value instanceof Long number) {
      statement.setLong(index, number);
    } else if (value instanceof Integer number) {
      statement.setInt(index, number);
    } else if (value instanceof Double number) {
      statement.setDouble(index, number);
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (value == null) {
      statement.setNull(index, Types.NULL);
    } else {
      throw new IllegalArgumentException("cannot store a " + value.getClass());
    }
  }
}
