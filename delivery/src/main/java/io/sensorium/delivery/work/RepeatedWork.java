package io.sensorium.delivery.work;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does some work at its start, whenever it is woken, and every second anyway. */
public final class RepeatedWork implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RepeatedWork.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final String name;
  private final Runnable work;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean woken = true; // guarded by lock, as is closed; the first turn comes at once
  private boolean closed;
  private int failuresInRow; // of the thread alone

  public RepeatedWork(String name, Runnable work) {
    this.name = name;
    this.work = work;
    thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Has the work done soon, and once for all who woke it meanwhile. */
  public void wake() {
    lock.lock();
    try {
      woken = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends after the work that is being done. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (awaitTurn()) {
        work();
      }
    } catch (InterruptedException e) {
      LOG.warn("{} was interrupted and has ended", name);
    }
  }

  private void work() {
    try {
      work.run();
      failuresInRow = 0;
    } catch (RuntimeException e) { // the next time may go well: a database that is away comes back
      failuresInRow++;
      LOG.error("{} failed, and goes on", name, e);
    }
  }

  /** Waits until it is woken or the time is over; after failures only for the time. */
  private boolean awaitTurn() throws InterruptedException {
    lock.lock();
    try {
      long nanos = pause().toNanos();
      while (!closed && nanos > 0 && !(woken && failuresInRow == 0)) {
        nanos = changed.awaitNanos(nanos);
      }
      woken = false;
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private Duration pause() {
    long seconds = PERIOD.toSeconds() << Math.min(failuresInRow, 6);
    return Duration.ofSeconds(Math.min(seconds, LONGEST_PAUSE.toSeconds()));
  }
}
