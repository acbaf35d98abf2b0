package io.sensorium.store.database;

import io.sensorium.store.StoreException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A schema of a PostgreSQL database. */
public final class PostgresDatabase implements Database {
  /*
   * The writer's session holds an advisory lock of the database for as long as it lives, so that a
   * second server cannot write; whoever reads needs none.
   */

  private static final String ADVISORY_LOCK = "SELECT pg_try_advisory_lock(hashtext(?), 0)";

  private static final Map<String, String> PLACEHOLDERS =
      Map.of(
          "text", "TEXT COLLATE \"C\"",
          "blob", "BYTEA",
          "double", "DOUBLE PRECISION",
          "rowid", "BIGINT",
          "serial", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
          "clustered", "");

  private final String url;
  private final String schema;

  public PostgresDatabase(String url, String schema) {
    this.url = url;
    this.schema = schema;
  }

  @Override
  public String name() {
    return schema;
  }

  @Override
  public void migrate() {
    if (Schemas.isCurrent(this)) {
      return;
    }
    flyway().load().migrate();
  }

  FluentConfiguration flyway() {
    return Flyway.configure()
        .dataSource(url, null, null)
        .schemas(schema)
        .locations(Schemas.location(schema))
        .javaMigrations(Schemas.coded(schema))
        .placeholders(PLACEHOLDERS);
  }

  @Override
  public Session openWriter() throws SQLException {
    var session = openReader();
    boolean locked =
        session.find(ADVISORY_LOCK, row -> row.getBoolean(1), "sensorium-" + schema).orElseThrow();
    if (!locked) {
      session.close();
      throw new StoreException("another server is running on this PostgreSQL database");
    }
    session.connection().setAutoCommit(false);
    return session;
  }

  @Override
  public Session openReader() throws SQLException {
    var properties = new Properties();
    properties.setProperty("currentSchema", schema);
    properties.setProperty("prepareThreshold", "3");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "sensorium");
    return new Session(DriverManager.getConnection(url, properties));
  }

  /** Every commit is durable. The driver sends BEGIN along with the first statement. */
  @Override
  public void begin(Session writer, boolean durable) {}

  @Override
  public void commit(Session writer) throws SQLException {
    writer.connection().commit();
  }

  @Override
  public void rollback(Session writer) throws SQLException {
    writer.connection().rollback();
  }

  @Override
  public void beginSnapshot(Session reader) throws SQLException {
    reader.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  }

  @Override
  public void endSnapshot(Session reader) throws SQLException {
    reader.execute("COMMIT");
  }

  /** PostgreSQL does so itself. */
  @Override
  public void tidy(Session writer) {}

  /** PostgreSQL does so when it vacuums. */
  @Override
  public void rewrite(Session writer) {}

  @Override
  public boolean emptyLog(Session writer) {
    return true;
  }
}
