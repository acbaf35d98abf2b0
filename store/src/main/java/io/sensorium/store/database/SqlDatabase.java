package io.sensorium.store.database;

import io.sensorium.store.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** An open database: its one writer and its readers. */
public record SqlDatabase(Database database, SqlWriter writer, ReaderPool readers)
    implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(20);

  public static SqlDatabase open(Database database, int readerCount) {
    var writer = new SqlWriter(database);
    database.migrate();
    try {
      writer.start();
    } catch (SQLException e) {
      throw Failures.asStoreException(e);
    }
    return new SqlDatabase(database, writer, new ReaderPool(database, readerCount));
  }

  /**
   * Sees to it that no bytes of deleted rows are left in the database's files; writers wait while
   * they are rewritten.
   *
   * @param atMost how long to wait for readers who still see the rows
   * @throws StoreException retryable, when they did not end in time
   */
  public void purge(Duration atMost) {
    long endNanos = System.nanoTime() + atMost.toNanos();
    writer.upkeep(
        session -> {
          database.rewrite(session);
          return true;
        });
    while (!writer.upkeep(database::emptyLog)) {
      if (System.nanoTime() - endNanos >= 0 || Thread.currentThread().isInterrupted()) {
        throw new StoreException(
            database.name() + ": a reader still sees rows that were deleted", true);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
