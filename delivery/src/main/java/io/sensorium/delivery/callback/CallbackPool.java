package io.sensorium.delivery.callback;

import io.sensorium.core.id.CallbackId;
import io.sensorium.delivery.work.RepeatedWork;
import io.sensorium.delivery.work.RetrySchedule;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.DeliveryQueue;
import io.sensorium.store.outbox.DeliveryQueue.DueCallback;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due to many callbacks at the same time, and to each of them one delivery at a time.
 * A callback that answers slowly or not at all takes one slot, and those that fail take at most
 * half of all slots together.
 */
public final class CallbackPool implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackPool.class);
  private static final int DELIVERIES_PER_TURN = 20;
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final DeliveryQueue queue;
  private final Clock clock;
  private final Courier courier;
  private final CallbackClient client;
  private final Semaphore slots;
  private final Semaphore slotsOfFailing;
  private final Set<CallbackId> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("callback-", 0).factory());
  private final RepeatedWork work = new RepeatedWork("callbacks", this::startDue);

  /**
   * A pool, which closes its client.
   *
   * @param slotCount how many callbacks are sent to at the same time
   * @param disableAfter for how long a callback may fail without a break before it is disabled
   */
  public CallbackPool(
      DeliveryQueue queue,
      Callbacks callbacks,
      CallbackClient client,
      int slotCount,
      Duration disableAfter,
      Clock clock) {
    this.queue = queue;
    this.client = client;
    this.clock = clock;
    var judge = new Judge(RetrySchedule.DEFAULT, disableAfter, RandomGenerator.getDefault());
    courier = new Courier(queue, callbacks, client, judge, clock);
    slots = new Semaphore(slotCount);
    slotsOfFailing = new Semaphore(Math.max(1, slotCount / 2));
  }

  public void start() {
    work.start();
  }

  /** Looks for deliveries that are due, soon. */
  public void wake() {
    work.wake();
  }

  @Override
  public void close() {
    work.close();
    courier.close();
    client.close();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("callbacks are being sent still; they are sent again after the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startDue() {
    for (var due : queue.listDueCallbacks(clock.instant())) {
      if (!busy.contains(due.id()) && takeSlot(due)) {
        busy.add(due.id());
        workers.execute(() -> deliver(due));
      }
    }
  }

  private boolean takeSlot(DueCallback due) {
    if (due.failing() && !slotsOfFailing.tryAcquire()) {
      return false;
    }
    if (slots.tryAcquire()) {
      return true;
    }
    if (due.failing()) {
      slotsOfFailing.release();
    }
    return false;
  }

  private void deliver(DueCallback due) {
    boolean well = false;
    try {
      courier.deliverDue(due.id(), DELIVERIES_PER_TURN);
      well = true;
    } catch (RuntimeException e) { // the store failed; the deliveries are due still
      LOG.error("callback {}: could not deliver", due.id(), e);
    } finally {
      slots.release();
      if (due.failing()) {
        slotsOfFailing.release();
      }
      busy.remove(due.id());
    }
    if (well) {
      work.wake(); // for what came meanwhile, or waits for a slot
    }
  }
}
