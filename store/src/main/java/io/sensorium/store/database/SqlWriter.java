package io.sensorium.store.database;

import io.sensorium.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that changes a database. Work that waits at the same time shares one transaction,
 * and with it one sync of the disk.
 */
public final class SqlWriter implements AutoCloseable {
  /*
   * Group commit. While a commit syncs, work gathers in the queue; the next transaction takes all of
   * it, so that the disk's latency is shared by as many as wait. Each piece of work runs under a
   * savepoint of its own, unless it is alone: what fails is undone alone, and its neighbours go on.
   */

  private static final Logger LOG = LoggerFactory.getLogger(SqlWriter.class);
  private static final int MAX_JOBS_PER_COMMIT = 256;
  private static final int IDLE_SECONDS = 5;

  private static final class Job<T> {

    final Work<T> work;
    final boolean durable;
    final CompletableFuture<T> done = new CompletableFuture<>();
    @Nullable T result;
    @Nullable Throwable failure;

    Job(Work<T> work, boolean durable) {
      this.work = work;
      this.durable = durable;
    }

    void run(Session session) throws SQLException {
      result = work.run(session);
    }

    @SuppressWarnings("NullAway") // a result is null only where T allows it
    void complete() {
      if (failure == null) {
        done.complete(result);
      } else {
        done.completeExceptionally(failure);
      }
    }
  }

  private final Database database;
  private final LinkedBlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
  private final Job<Boolean> end = new Job<>(_ -> true, false);
  private final AtomicLong commits = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;

  private @Nullable Session session;
  private boolean isTidy = true;

  public SqlWriter(Database database) {
    this.database = database;
    thread = Thread.ofPlatform().name("store-" + database.name()).daemon().unstarted(this::work);
  }

  public void start() throws SQLException {
    session = database.openWriter();
    thread.start();
  }

  /** Runs the work and returns once it is committed and on disk, or throws what it threw. */
  public <T> T write(Work<T> work) {
    return await(new Job<>(work, true));
  }

  /**
   * Runs the work and returns once readers see it. It outlives the process; for what can be derived
   * again, should the machine lose its power before the next {@link #write}.
   */
  public <T> T writeDerived(Work<T> work) {
    return await(new Job<>(work, false));
  }

  private <T> T await(Job<T> job) {
    if (closed) {
      throw new StoreException("the store is closed");
    }
    queue.add(job);
    try {
      return job.done.join();
    } catch (CompletionException e) {
      throw rethrowable(e.getCause());
    }
  }

  /** Transactions committed so far. */
  public long commitCount() {
    return commits.get();
  }

  /** Work that no transaction has taken up yet. */
  public int waitingCount() {
    return queue.size();
  }

  /** Finishes what waits, then ends the thread. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    queue.add(end);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // the files must be whole before anybody goes on
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    var batch = new ArrayList<Job<?>>();
    boolean ended = false;
    while (!ended) {
      takeInto(batch);
      ended = batch.remove(end);
      if (!batch.isEmpty()) {
        commit(batch);
        batch.clear();
      }
    }
    refuseLateComers();
    closeSession();
  }

  private void takeInto(List<Job<?>> batch) {
    try {
      var first = isTidy ? queue.take() : queue.poll(IDLE_SECONDS, TimeUnit.SECONDS);
      if (first == null) {
        tidy();
        first = queue.take();
      }
      batch.add(first);
      queue.drainTo(batch, MAX_JOBS_PER_COMMIT - 1);
    } catch (InterruptedException e) {
      LOG.warn("an interrupt of the writer is ignored: it ends when the store is closed");
    }
  }

  private void commit(List<Job<?>> batch) {
    try {
      runInOneTransaction(batch);
    } catch (SQLException | RuntimeException | Error e) { // top of the worker: callers wait
      for (var job : batch) {
        if (job.failure == null) {
          job.failure = e;
        }
      }
      abandonTransaction();
    }
    batch.forEach(Job::complete);
  }

  private void runInOneTransaction(List<Job<?>> batch) throws SQLException {
    var writer = openSession();
    isTidy = false;
    database.begin(writer, isAnyDurable(batch));
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

  private static boolean isAnyDurable(List<Job<?>> batch) {
    for (var job : batch) {
      if (job.durable) {
        return true;
      }
    }
    return false;
  }

  private static void runUnderSavepoint(Session writer, Job<?> job) throws SQLException {
    writer.execute("SAVEPOINT job");
    try {
      job.run(writer);
    } catch (SQLException | RuntimeException e) { // top of the worker: its caller gets it
      job.failure = e;
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

  private void tidy() {
    isTidy = true;
    try {
      database.tidy(openSession());
    } catch (SQLException e) {
      LOG.warn("{}: could not tidy up: {}", database.name(), e.getMessage());
    }
  }

  private void refuseLateComers() {
    for (var job = queue.poll(); job != null; job = queue.poll()) {
      job.failure = new StoreException("the store is closed");
      job.complete();
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

  private static RuntimeException rethrowable(@Nullable Throwable failure) {
    return switch (failure) {
      case SQLException e -> Failures.asStoreException(e);
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException(failure);
    };
  }
}
