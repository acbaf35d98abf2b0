package io.sensorium.store.database;

import io.sensorium.store.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/** A database in a file of its own, with a write-ahead log beside it. */
public final class SqliteDatabase implements Database {
  /*
   * A durable commit is on disk when it returns: synchronous=FULL syncs the log at each one. Others
   * stand in the log in order, so that a machine that loses its power loses at most the newest of
   * them, and never one before a durable one. Deleted rows are overwritten with zeros. Memory is bounded by the cache; files are not mapped, so that a
   * failing disk shows as an exception and not as a fault of the process.
   */

  private static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final int LOG_TIMEOUT_MILLIS = 50;
  private static final int WRITER_CACHE_KIB = 8_192;
  private static final int READER_CACHE_KIB = 8_192;
  private static final int MAX_FREED_PAGES = 4_096;
  private static final int LOG_LIMIT_BYTES = 4 << 20;

  private static final Map<String, String> PLACEHOLDERS =
      Map.of(
          "text", "TEXT",
          "blob", "BLOB",
          "double", "REAL",
          "rowid", "INTEGER",
          "serial", "INTEGER PRIMARY KEY",
          "clustered", "WITHOUT ROWID");

  private final Path file;
  private final String schema;
  private @Nullable Session syncing; // the writer, when each of its commits is synced

  public SqliteDatabase(Path file, String schema) {
    this.file = file;
    this.schema = schema;
  }

  @Override
  public String name() {
    return schema;
  }

  public Path file() {
    return file;
  }

  @Override
  public void migrate() {
    if (createPrivately()) {
      makeShrinkable();
    }
    if (Schemas.isCurrent(this)) {
      return;
    }
    flyway().load().migrate();
  }

  FluentConfiguration flyway() {
    return Flyway.configure()
        .dataSource(url(), null, null)
        .locations(Schemas.location(schema))
        .javaMigrations(Schemas.coded(schema))
        .placeholders(PLACEHOLDERS);
  }

  @Override
  public Session openWriter() throws SQLException {
    var config = config(WRITER_CACHE_KIB);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setPragma(Pragma.SECURE_DELETE, "true");
    config.setJournalSizeLimit(LOG_LIMIT_BYTES);
    return new Session(config.createConnection(url()));
  }

  @Override
  public Session openReader() throws SQLException {
    var config = config(READER_CACHE_KIB);
    config.setReadOnly(true);
    return new Session(config.createConnection(url()));
  }

  @Override
  public void begin(Session writer, boolean durable) throws SQLException {
    if (durable != (writer == syncing)) { // SQLite prepares this statement anew each time it runs
      syncing = null;
      writer.execute(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
      syncing = durable ? writer : null;
    }
    writer.execute("BEGIN IMMEDIATE");
  }

  @Override
  public void commit(Session writer) throws SQLException {
    writer.execute("COMMIT");
  }

  @Override
  public void rollback(Session writer) throws SQLException {
    writer.execute("ROLLBACK");
  }

  @Override
  public void beginSnapshot(Session reader) throws SQLException {
    reader.execute("BEGIN");
  }

  @Override
  public void endSnapshot(Session reader) throws SQLException {
    reader.execute("COMMIT");
  }

  @Override
  public void tidy(Session writer) throws SQLException {
    freePages(writer);
    writer.number("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  /*
   * secure_delete zeroes deleted rows and freed pages, but not the copies of rows that moved to a
   * neighbouring page before: those stay in what is unused of the page they came from, and are not
   * found by any statement. VACUUM writes all pages anew from the rows that are there.
   */
  @Override
  public void rewrite(Session writer) throws SQLException {
    writer.execute("VACUUM");
  }

  @Override
  public boolean emptyLog(Session writer) throws SQLException {
    writer.number("PRAGMA busy_timeout = " + LOG_TIMEOUT_MILLIS);
    try {
      return writer.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
    } finally {
      writer.number("PRAGMA busy_timeout = " + BUSY_TIMEOUT_MILLIS);
    }
  }

  private static void freePages(Session writer) throws SQLException {
    try (var statement = writer.connection().createStatement()) {
      // each step of it frees one page: of a prepared statement only one would be taken
      statement.executeUpdate("PRAGMA incremental_vacuum(" + MAX_FREED_PAGES + ")");
    }
  }

  private String url() {
    return "jdbc:sqlite:" + file;
  }

  private static SQLiteConfig config(int cacheKib) {
    var config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.enforceForeignKeys(true);
    config.setCacheSize(-cacheKib);
    config.setPragma(Pragma.MMAP_SIZE, "0");
    config.setOpenMode(SQLiteOpenMode.NOMUTEX); // a session is one thread's at a time
    config.setGetGeneratedKeys(false); // or every insert is followed by a query for its key
    return config;
  }

  /** Before the first page is written; later it would take a copy of the whole file. */
  private void makeShrinkable() {
    try (var session = openWriter()) {
      session.execute("PRAGMA auto_vacuum = INCREMENTAL");
      session.execute("VACUUM");
    } catch (SQLException e) {
      throw Failures.asStoreException(e);
    }
  }

  /** True when there was none. */
  private boolean createPrivately() {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false; // it was made by an earlier run
    } catch (IOException e) {
      throw new StoreException("cannot create " + file, false, e);
    }
  }
}
