package io.sensorium.store.database;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few sessions that read, each lent to one caller at a time. */
public final class ReaderPool implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReaderPool.class);

  private final Database database;
  private final int size;
  private final Semaphore permits;
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();

  public ReaderPool(Database database, int size) {
    this.database = database;
    this.size = size;
    permits = new Semaphore(size);
  }

  /** Runs the work on a session of its own; waits for one while all are lent. */
  public <T> T read(Work<T> work) {
    permits.acquireUninterruptibly();
    try {
      var session = idle.pollFirst();
      if (session == null) {
        session = database.openReader();
      }
      T result = run(session, work);
      idle.addFirst(session);
      return result;
    } catch (SQLException e) {
      throw Failures.asStoreException(e);
    } finally {
      permits.release();
    }
  }

  /** As {@link #read}, and all statements of the work see the same. The work must be short. */
  public <T> T readSnapshot(Work<T> work) {
    return read(
        session -> {
          database.beginSnapshot(session);
          T result = work.run(session); // a session on which it fails is closed
          database.endSnapshot(session);
          return result;
        });
  }

  @Override
  public void close() {
    permits.acquireUninterruptibly(size);
    idle.forEach(ReaderPool::close);
    idle.clear();
    permits.release(size);
  }

  /** A session on which something failed is not used again: its connection may be broken. */
  private static <T> T run(Session session, Work<T> work) throws SQLException {
    boolean done = false;
    try {
      T result = work.run(session);
      done = true;
      return result;
    } finally {
      if (!done) {
        close(session);
      }
    }
  }

  private static void close(Session session) {
    try {
      session.close();
    } catch (SQLException e) {
      LOG.warn("could not close a connection: {}", e.getMessage());
    }
  }
}
