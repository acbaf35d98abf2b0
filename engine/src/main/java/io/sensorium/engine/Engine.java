package io.sensorium.engine;

import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.engine.flow.MobilityFlow;
import io.sensorium.engine.flow.WorkCounts;
import io.sensorium.store.StoreException;
import io.sensorium.store.erasure.ErasedUserException;
import io.sensorium.store.inbox.Appended;
import io.sensorium.store.inbox.DamagedEntryException;
import io.sensorium.store.inbox.Inbox;
import io.sensorium.store.inbox.InboxEntry;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.timeline.Folds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds what is accepted, user by user, on a few threads.
 *
 * <p>Inputs that wait together are folded together. An input that fails is parked, and stops nobody
 * else. What was being done when the process died is done again after the next start: a step either
 * happened as a whole or not at all.
 */
public final class Engine implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Engine.class);
  private static final int DUE_USERS_PER_TICK = 10_000;
  private static final int ITEMS_AT_ONCE = 256;
  private static final int BATCHES_AT_ONCE = 16;

  /**
   * How much the engine takes on.
   *
   * @param threads users that are worked on at the same time
   * @param itemsPerStep items that are folded together at the most
   * @param linger how long an upload waits for others of the same user
   * @param retryAfter pause after the database failed
   * @param renewedTripsPerSecond trips of the past that are derived again in a second at the most
   */
  public record Limits(
      int threads,
      int itemsPerStep,
      Duration linger,
      Duration retryAfter,
      int renewedTripsPerSecond) {

    public static final Limits DEFAULT =
        new Limits(2, 20_000, Duration.ofMillis(500), Duration.ofSeconds(1), 5);

    public Limits {
      if (renewedTripsPerSecond < 1) {
        throw new IllegalArgumentException(
            "renewedTripsPerSecond must be positive: " + renewedTripsPerSecond);
      }
    }
  }

  private final Inbox inbox;
  private final Folds folds;
  private final MobilityFlow flow;
  private final Clock clock;
  private final Limits limits;
  private final PendingUsers pending;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Thread> workers = new ArrayList<>();
  private final ReadWriteLock steps = new ReentrantReadWriteLock(true);
  private final Semaphore turns = new Semaphore(BATCHES_AT_ONCE); // of batches folded at once
  private final LongAdder stepCount = new LongAdder();
  private final Renewal renewal;
  private volatile long tickMicros;

  public Engine(Inbox inbox, Folds folds, MobilityFlow flow, Clock clock, Limits limits) {
    this.inbox = inbox;
    this.folds = folds;
    this.flow = flow;
    this.clock = clock;
    this.limits = limits;
    this.pending = new PendingUsers(limits.linger());
    this.tickMicros = folds.lastTick();
    this.renewal =
        new Renewal(
            folds, flow, pending, steps, closing, limits.renewedTripsPerSecond(), () -> tickMicros);
  }

  /** Starts the workers, and takes up what was left. */
  public void start() {
    inbox.listPendingUsers().forEach(pending::add);
    flow.listCorrectedUsers().forEach(pending::add);
    for (int i = 0; i < limits.threads(); i++) {
      workers.add(Thread.ofPlatform().name("engine-" + i).start(this::work));
    }
    Thread.ofVirtual().name("engine-upgrade").start(this::wakeStaleUsers);
    workers.add(Thread.ofPlatform().name("engine-renewal").start(renewal::run));
    renewal.call();
  }

  /** Tells that the map may be another one: trips of the past are derived again, bit by bit. */
  public void mapChanged() {
    renewal.mapChanged();
  }

  /**
   * Takes a small batch in and folds it on the caller's thread, in one transaction, when nothing of
   * the user waits and the batch follows all that came before; returns when it is on disk.
   *
   * @return empty, and nothing is done, when the batch must go through the inbox
   */
  public Optional<Appended> takeIn(NewEntry batch) {
    if (batch.signals().itemCount() > ITEMS_AT_ONCE || !turns.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return pending.tryTake(batch.user()) ? takeInNow(batch) : Optional.empty();
    } finally {
      turns.release();
    }
  }

  private Optional<Appended> takeInNow(NewEntry batch) {
    boolean running = steps.readLock().tryLock();
    try {
      var appended = running ? flow.takeIn(batch, tickMicros) : Optional.<Appended>empty();
      appended.ifPresent(_ -> stepCount.increment());
      return appended;
    } catch (ErasedUserException e) { // the inbox refuses it
      flow.forget(batch.user());
      return Optional.empty();
    } catch (RuntimeException e) { // in the inbox it is tried again, and parked if it must be
      log.warn("a batch of user {} could not be folded at once", batch.user(), e);
      return Optional.empty();
    } finally {
      if (running) {
        steps.readLock().unlock();
      }
      pending.done(batch.user(), false);
    }
  }

  /** Tells that inputs or corrections of a user were accepted. */
  public void wake(UserId user) {
    pending.add(user);
  }

  /** Forgets a user who was erased: nothing of them stays in memory. */
  public void forget(UserId user) {
    pending.remove(user);
    flow.forget(user);
  }

  /** Writes a tick, and looks again at the users whose open events it may change. */
  public void tick(Instant now) {
    folds.writeTick(Micros.of(now));
    tickMicros = folds.lastTick();
    folds.listDue(tickMicros, DUE_USERS_PER_TICK).forEach(pending::add);
  }

  /** Waits until everything accepted so far is folded or parked. */
  public void awaitIdle() throws InterruptedException {
    pending.awaitIdle();
  }

  /** Steps that were worked on since the start. */
  public long stepCount() {
    return stepCount.sum();
  }

  /** How much the flow worked out anew since the start. */
  public WorkCounts workCounts() {
    return flow.counts();
  }

  public EngineStatus status() {
    var status = inbox.status();
    return new EngineStatus(
        status.folded(),
        status.position() - status.folded(),
        pending.size(),
        status.parked(),
        renewal.left(),
        renewal.renewed());
  }

  /** Does something while no step is being worked on; inputs are accepted meanwhile, and wait. */
  public <T> T whilePaused(Supplier<T> work) {
    steps.writeLock().lock();
    try {
      return work.get();
    } finally {
      steps.writeLock().unlock();
    }
  }

  /** Ends after the steps that are being worked on. */
  @Override
  public void close() {
    closing.countDown();
    pending.close();
    renewal.call();
    for (var worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** After an upgrade, everybody's timeline is derived again, behind what comes in. */
  private void wakeStaleUsers() {
    for (var user : folds.listUsers()) {
      if (closing.getCount() == 0) {
        return;
      }
      if (flow.isStale(user)) {
        pending.add(user);
      }
    }
  }

  private void work() {
    try {
      for (var user = pending.take(); user.isPresent(); user = pending.take()) {
        workOn(user.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /* The one place that outlives every failure: the user's turn comes again, after a pause. */
  private void workOn(UserId user) throws InterruptedException {
    boolean more = true;
    stepCount.increment();
    steps.readLock().lock();
    try {
      more = foldSome(user);
    } catch (ErasedUserException e) {
      more = false;
      flow.forget(user);
    } catch (RuntimeException e) {
      log.error("folding user {} failed; trying again in {}", user, limits.retryAfter(), e);
      closing.await(limits.retryAfter().toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      steps.readLock().unlock();
      pending.done(user, more);
    }
  }

  /** Folds what waits, up to the limit; true when more waits. */
  private boolean foldSome(UserId user) {
    List<InboxEntry> entries;
    try {
      entries = inbox.listEntries(user, limits.itemsPerStep());
    } catch (DamagedEntryException e) {
      park(e.position(), user, e);
      return true;
    }
    foldTogether(user, entries);
    return !entries.isEmpty() && !inbox.listEntries(user, 1).isEmpty();
  }

  private void foldTogether(UserId user, List<InboxEntry> entries) {
    try {
      flow.step(user, entries, tickMicros);
    } catch (RuntimeException e) {
      rethrowIfRetryable(e);
      log.warn("{} inputs of user {} failed together; trying each", entries.size(), user, e);
      entries.forEach(entry -> foldOrPark(user, entry));
    }
  }

  private void foldOrPark(UserId user, InboxEntry entry) {
    try {
      flow.step(user, List.of(entry), tickMicros);
    } catch (RuntimeException e) {
      rethrowIfRetryable(e);
      park(entry.position(), user, e);
    }
  }

  private void park(long position, UserId user, RuntimeException why) {
    log.error("parked input {} of user {}", position, user, why);
    inbox.park(position, why.toString(), clock.instant());
  }

  /** Neither a database that is busy nor a user who is gone is the input's fault. */
  private static void rethrowIfRetryable(RuntimeException e) {
    if (e instanceof ErasedUserException gone) {
      throw gone;
    }
    if (e instanceof StoreException failure && failure.isRetryable()) {
      throw failure;
    }
  }
}
