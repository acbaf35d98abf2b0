package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.sensing.Removals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Removals as a table of kinds and ids. */
final class SqlRemovals implements Removals {

  private enum Kind {
    SOURCE,
    GATEWAY,
    USER
  }

  private record Key(Kind kind, long id) {}

  private final SqlWriter writer;
  private final ReaderPool readers;

  SqlRemovals(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
  }

  static void add(Session session, Removal removal) throws SQLException {
    var key = key(removal);
    session.update("INSERT INTO removals (kind, id) VALUES (?, ?)", key.kind().name(), key.id());
  }

  @Override
  public List<Removal> list(int limit) {
    return readers.read(
        session ->
            session.list(
                "SELECT kind, id FROM removals ORDER BY kind, id LIMIT ?",
                SqlRemovals::read,
                limit));
  }

  @Override
  public void forget(List<Removal> removals) {
    var keys = removals.stream().map(SqlRemovals::key).toList();
    writer.write(
        session -> {
          for (var key : keys) {
            session.update(
                "DELETE FROM removals WHERE kind = ? AND id = ?", key.kind().name(), key.id());
          }
          return true;
        });
  }

  private static Key key(Removal removal) {
    return switch (removal) {
      case RemovedSource(var source) -> new Key(Kind.SOURCE, source.value());
      case RemovedGateway(var gateway) -> new Key(Kind.GATEWAY, gateway.value());
      case RemovedUser(var user) -> new Key(Kind.USER, user.value());
    };
  }

  private static Removal read(ResultSet row) throws SQLException {
    long id = row.getLong(2);
    return switch (Kind.valueOf(row.getString(1))) {
      case SOURCE -> new RemovedSource(new SourceId(id));
      case GATEWAY -> new RemovedGateway(new GatewayId(id));
      case USER -> new RemovedUser(new SensorUserId(id));
    };
  }
}
