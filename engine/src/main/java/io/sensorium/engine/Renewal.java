package io.sensorium.engine;

import io.sensorium.core.id.UserId;
import io.sensorium.engine.flow.MobilityFlow;
import io.sensorium.store.erasure.ErasedUserException;
import io.sensorium.store.timeline.Folds;
import io.sensorium.store.timeline.TripSpan;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Derives trips of the past again after the map has changed: some a second, behind all that comes
 * in.
 */
final class Renewal {
  /*
   * What is left to be done stands in the events themselves, by the versions that they were derived
   * with; so a start goes on where the last one ended. That nothing is left is written down, so that
   * a start without news looks at no event.
   */

  private static final Logger log = LoggerFactory.getLogger(Renewal.class);

  /** For so long a trip gives way to uploads, then it is its turn, however much comes in. */
  private static final Duration LONGEST_YIELD = Duration.ofSeconds(1);

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long TRY_AGAIN_MILLIS = 50;

  private final Folds folds;
  private final MobilityFlow flow;
  private final PendingUsers pending;
  private final ReadWriteLock steps;
  private final CountDownLatch closing;
  private final int tripsPerSecond;
  private final LongSupplier tickMicros;
  private final Semaphore calls = new Semaphore(0);
  private final AtomicLong left = new AtomicLong();
  private final AtomicLong renewed = new AtomicLong();
  private volatile boolean stepsMayBeOld;

  Renewal(
      Folds folds,
      MobilityFlow flow,
      PendingUsers pending,
      ReadWriteLock steps,
      CountDownLatch closing,
      int tripsPerSecond,
      LongSupplier tickMicros) {
    this.folds = folds;
    this.flow = flow;
    this.pending = pending;
    this.steps = steps;
    this.closing = closing;
    this.tripsPerSecond = tripsPerSecond;
    this.tickMicros = tickMicros;
  }

  /** Has it look whether there is something to be done. */
  void call() {
    calls.release();
  }

  /** Tells that the map is another one. */
  void mapChanged() {
    stepsMayBeOld = true;
    call();
  }

  /** Trips that are still told by other versions, as far as they are counted. */
  long left() {
    return left.get();
  }

  /** Trips that were derived again since the start. */
  long renewed() {
    return renewed.get();
  }

  /** Works until the engine is closed or the thread is interrupted. */
  void run() {
    try {
      while (closing.getCount() > 0) {
        calls.acquire();
        calls.drainPermits();
        if (closing.getCount() > 0) {
          tryPass();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryPass() throws InterruptedException {
    try {
      pass();
    } catch (RuntimeException e) {
      log.error("trips could not be derived again; the next start tries again", e);
    }
  }

  private void pass() throws InterruptedException {
    finishOldSteps();
    var basis = flow.basisOfTrips();
    if (folds.isBasisOfAllTrips(basis)) {
      return;
    }
    var users = new ArrayDeque<UserId>();
    left.set(0);
    for (var user : folds.listUsers()) {
      int trips = flow.listOutdatedTrips(user).size();
      left.addAndGet(trips);
      if (trips > 0) {
        users.add(user);
      }
    }
    if (left.get() > 0) {
      log.info("{} trips of {} users are derived again", left, users.size());
    }
    boolean all = true;
    for (var user : users) {
      all &= renewAll(user);
      if (isOver(basis)) {
        return;
      }
    }
    if (all) {
      folds.writeBasisOfAllTrips(basis);
    }
    left.set(0);
  }

  /**
   * Waits for the steps that began before the map changed: they may still derive by what was known
   * then. Nothing slow is done meanwhile, since no step begins.
   */
  private void finishOldSteps() {
    if (!stepsMayBeOld) {
      return;
    }
    steps.writeLock().lock();
    try {
      stepsMayBeOld = false;
    } finally {
      steps.writeLock().unlock();
    }
  }

  /** Whether nothing more is to be done by these versions: others wait for the next pass. */
  private boolean isOver(String basis) {
    return closing.getCount() == 0 || !flow.basisOfTrips().equals(basis);
  }

  /** Derives the trips of one user again; false when one failed. */
  private boolean renewAll(UserId user) throws InterruptedException {
    var basis = flow.basisOfTrips();
    boolean all = true;
    for (var trip : flow.listOutdatedTrips(user)) {
      if (isOver(basis)) {
        return false;
      }
      long begin = System.nanoTime();
      pending.awaitIdle(LONGEST_YIELD);
      all &= renew(user, trip);
      left.decrementAndGet();
      rest(begin);
    }
    return all;
  }

  private boolean renew(UserId user, TripSpan trip) throws InterruptedException {
    while (!pending.tryHold(user)) {
      if (closing.await(TRY_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    steps.readLock().lock();
    try {
      flow.renew(user, trip, tickMicros.getAsLong());
      renewed.incrementAndGet();
      return true;
    } catch (ErasedUserException e) {
      flow.forget(user);
      return true;
    } catch (RuntimeException e) {
      log.error("a trip of user {} could not be derived again", user, e);
      return false;
    } finally {
      steps.readLock().unlock();
      pending.done(user, false);
    }
  }

  private void rest(long beginNanos) throws InterruptedException {
    long nanos = NANOS_PER_SECOND / tripsPerSecond - (System.nanoTime() - beginNanos);
    if (nanos > 0) {
      closing.await(nanos, TimeUnit.NANOSECONDS);
    }
  }
}
