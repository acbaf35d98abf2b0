package io.sensorium.store.database;

import io.sensorium.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that changes a database, one transaction at a time. Work that waits at the same
 * time shares one transaction, and with it one sync of the disk.
 */
public final class SqlWriter implements AutoCloseable {
  /*
   * Group commit by turns. Whoever comes while nobody writes writes at once, on their own thread: lone
   * work costs no hand-over. Whoever comes while a transaction runs waits; its leader then passes the
   * turn to the first who waits, who takes all that gathered meanwhile into the next transaction, so
   * that the disk's latency is shared by as many as wait. Each piece of work runs under a savepoint
   * of its own, unless it is alone: what fails is undone alone, and its neighbours go on.
   */

  private static final Logger LOG = LoggerFactory.getLogger(SqlWriter.class);
  private static final int MAX_JOBS_PER_COMMIT = 256;
  private static final int IDLE_SECONDS = 5;

  private final Database database;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<WriteJob<?>> queue = new ArrayDeque<>();
  private final AtomicLong commits = new AtomicLong();
  private final Thread tidier;

  private boolean busy; // whether somebody has the turn; guarded by lock, as are closed and isTidy
  private boolean closed;
  private boolean isTidy = true;

  private @Nullable Session session; // whoever has the turn uses it

  public SqlWriter(Database database) {
    this.database = database;
    tidier = Thread.ofPlatform().name("store-" + database.name()).daemon().unstarted(this::tidyUp);
  }

  public void start() throws SQLException {
    session = database.openWriter();
    tidier.start();
  }

  /** Runs the work and returns once it is committed and on disk, or throws what it threw. */
  public <T> T write(Work<T> work) {
    return await(new WriteJob<>(work, WriteJob.Kind.DURABLE));
  }

  /**
   * Runs the work and returns once readers see it. It outlives the process; for what can be derived
   * again, should the machine lose its power before the next {@link #write}.
   */
  public <T> T writeDerived(Work<T> work) {
    return await(new WriteJob<>(work, WriteJob.Kind.DERIVED));
  }

  /** Runs work that is no transaction, such as a rewrite of the file; all others wait meanwhile. */
  public <T> T upkeep(Work<T> work) {
    return await(new WriteJob<>(work, WriteJob.Kind.UPKEEP));
  }

  /** Transactions committed so far. */
  public long commitCount() {
    return commits.get();
  }

  /** Work that no transaction has taken up yet. */
  public int waitingCount() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  /** Finishes what waits, then closes the session. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      changed.signalAll();
      while (busy) {
        changed.awaitUninterruptibly(); // the files must be whole before anybody goes on
      }
    } finally {
      lock.unlock();
    }
    closeSession();
  }

  private <T> T await(WriteJob<T> job) {
    if (takesTurnAtOnce(job) || job.awaitTurn()) {
      lead();
    }
    return job.outcome();
  }

  private boolean takesTurnAtOnce(WriteJob<?> job) {
    lock.lock();
    try {
      if (closed) {
        throw new StoreException("the store is closed");
      }
      queue.add(job);
      boolean free = !busy;
      busy = true;
      return free;
    } finally {
      lock.unlock();
    }
  }

  /** One transaction of all that waits, the leader's own work first; then the turn is passed on. */
  private void lead() {
    var batch = takeBatch();
    try {
      commit(batch);
    } finally {
      passTurn(false);
      batch.forEach(WriteJob::complete);
    }
  }

  private List<WriteJob<?>> takeBatch() {
    lock.lock();
    try {
      var batch = new ArrayList<WriteJob<?>>(Math.min(queue.size(), MAX_JOBS_PER_COMMIT));
      while (batch.size() < MAX_JOBS_PER_COMMIT && !queue.isEmpty()) {
        boolean upkeep = queue.element().isUpkeep();
        if (upkeep && !batch.isEmpty()) {
          break;
        }
        batch.add(queue.remove());
        if (upkeep) {
          break;
        }
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void passTurn(boolean tidy) {
    lock.lock();
    try {
      if (isTidy != tidy) {
        isTidy = tidy;
        changed.signalAll();
      }
      var next = queue.peek();
      if (next != null) {
        next.promote();
        return;
      }
      busy = false;
      if (closed) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void commit(List<WriteJob<?>> batch) {
    if (batch.getFirst().isUpkeep()) {
      runUpkeep(batch.getFirst());
      return;
    }
    try {
      runInOneTransaction(batch);
    } catch (SQLException | RuntimeException | Error e) { // the owners get it
      batch.forEach(job -> job.fail(e));
      abandonTransaction();
    }
  }

  private void runUpkeep(WriteJob<?> job) {
    try {
      job.run(openSession());
    } catch (SQLException | RuntimeException | Error e) { // its owner gets it
      job.fail(e);
    }
  }

  private void runInOneTransaction(List<WriteJob<?>> batch) throws SQLException {
    var writer = openSession();
    database.begin(writer, batch.stream().anyMatch(WriteJob::isDurable));
    if (batch.size() == 1) {
      batch.getFirst().run(writer);
    } else {
      for (var job : batch) {
        runUnderSavepoint(writer, job);
      }
    }
    database.commit(writer);
    commits.incrementAndGet();
  }

  private static void runUnderSavepoint(Session writer, WriteJob<?> job) throws SQLException {
    writer.execute("SAVEPOINT job");
    try {
      job.run(writer);
    } catch (SQLException | RuntimeException e) { // its owner gets it
      job.fail(e);
      writer.execute("ROLLBACK TO SAVEPOINT job");
    }
    writer.execute("RELEASE SAVEPOINT job");
  }

  private Session openSession() throws SQLException {
    var open = session;
    if (open == null) {
      open = database.openWriter();
      session = open;
    }
    return open;
  }

  private void abandonTransaction() {
    var open = session;
    if (open == null) {
      return;
    }
    try {
      database.rollback(open);
    } catch (SQLException e) {
      LOG.warn("{}: the connection is given up: {}", database.name(), e.getMessage());
      closeSession();
    }
  }

  private void tidyUp() {
    try {
      while (takesTurnWhenIdle()) {
        try {
          database.tidy(openSession());
        } catch (SQLException e) {
          LOG.warn("{}: could not tidy up: {}", database.name(), e.getMessage());
        } finally {
          passTurn(true);
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("{}: interrupted, not tidied up any more", database.name());
    }
  }

  /** Waits until something was written and then nothing for a while; false when closed. */
  private boolean takesTurnWhenIdle() throws InterruptedException {
    lock.lock();
    try {
      while (true) {
        while (isTidy && !closed) {
          changed.await();
        }
        long seen = commits.get();
        boolean timeLeft = !closed && changed.await(IDLE_SECONDS, TimeUnit.SECONDS);
        if (closed) {
          return false;
        }
        if (!timeLeft && !busy && commits.get() == seen) {
          busy = true;
          return true;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void closeSession() {
    var open = session;
    session = null;
    if (open == null) {
      return;
    }
    try (open) {
      database.tidy(open);
    } catch (SQLException e) {
      LOG.warn("{}: could not close: {}", database.name(), e.getMessage());
    }
  }
}
