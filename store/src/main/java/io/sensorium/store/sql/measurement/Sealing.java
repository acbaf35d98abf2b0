package io.sensorium.store.sql.measurement;

import io.sensorium.core.time.Micros;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides when what waits is sealed, and does it in the background. */
final class Sealing {
  /*
   * Sealing costs as much processor time as taking rows in, and the less a row, the more of them are
   * sealed at once. So it waits for a pause in what a gateway sends, as long as there is memory.
   */

  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
  private static final long LOOK_MILLIS = 1_000;
  private static final Duration DUE_LOOK = Duration.ofSeconds(10);
  private static final Duration FORGETTING = Duration.ofHours(6);
  private static final long STOP_NANOS = Duration.ofSeconds(4).toNanos();

  private final Sealer sealer;
  private final Head head;
  private final Clock clock;
  private final MeasurementLimits limits;
  private final Thread thread;
  private final Semaphore pressed = new Semaphore(0);
  private Instant nextDueLook = Instant.MIN;
  private Instant nextForgetting = Instant.MIN;
  private volatile boolean closed;

  Sealing(Sealer sealer, Head head, Clock clock, MeasurementLimits limits) {
    this.sealer = sealer;
    this.head = head;
    this.clock = clock;
    this.limits = limits;
    thread = Thread.ofPlatform().name("seal-measurements").daemon().unstarted(this::work);
  }

  Sealer sealer() {
    return sealer;
  }

  void start() {
    thread.start();
  }

  /** Has a full gateway sealed without that it rests when rows take much memory. */
  void consider(GatewayLog gateway) {
    if (isBusy() && gateway.isFull(limits) && pressed.availablePermits() == 0) {
      pressed.release();
    }
  }

  /** Waits while far too much is in memory, and helps to seal it. */
  void requireRoom() {
    if (head.waiting().bytes() > limits.maxWaitingBytes()) {
      relieve();
    }
  }

  void sealAll() {
    head.gateways().forEach(sealer::seal);
  }

  /** Seals all that waits of a source. */
  void sealSource(SourceHead source) {
    var gateway = source.gateway();
    if (source.isShared()) {
      sealAll();
    } else if (gateway != null) {
      sealer.seal(gateway);
    }
  }

  /** Seals what has waited for too long, and more where memory is short. */
  void sealDue() {
    long oldMicros = Micros.of(clock.instant().minus(limits.maxAge()));
    head.gateways().stream()
        .filter(gateway -> gateway.oldestMicros() <= oldMicros)
        .forEach(sealer::seal);
    requireRoom();
    forgetKeys();
  }

  /** Ends, and seals what is worth it before, as long as that does not hold up the stop. */
  void close() {
    end();
    long startNanos = System.nanoTime();
    for (var gateway : head.gateways()) {
      if (System.nanoTime() - startNanos > STOP_NANOS) {
        return;
      }
      if (gateway.isWorthSealing(limits)) {
        seal(gateway);
      }
    }
  }

  private void end() {
    closed = true;
    pressed.release(); // so that the thread looks up
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // what is being written must be whole before anybody goes on
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Seals the gateways that have waited longest until a quarter of the memory is free. */
  private void relieve() {
    var oldestFirst =
        head.gateways().stream()
            .filter(gateway -> !gateway.isEmpty())
            .sorted(Comparator.comparingLong(GatewayLog::oldestMicros))
            .toList();
    for (var gateway : oldestFirst) {
      if (head.waiting().bytes() <= limits.maxWaitingBytes() / 4 * 3) {
        return;
      }
      sealer.seal(gateway);
    }
  }

  private void forgetKeys() {
    var now = clock.instant();
    if (now.isAfter(nextForgetting)) {
      nextForgetting = now.plus(FORGETTING);
      sealer.forgetKeys(now);
    }
  }

  private void work() {
    try {
      while (!closed) {
        pressed.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        pressed.drainPermits();
        look();
      }
    } catch (InterruptedException e) {
      LOG.warn("interrupted: measurements are sealed no more, and wait in the log");
    }
  }

  private void look() {
    for (var gateway : head.gateways()) {
      if (!closed && gateway.isFull(limits) && (isBusy() || gateway.isAtRest(limits))) {
        seal(gateway);
      }
    }
    if (!closed && !clock.instant().isBefore(nextDueLook)) {
      nextDueLook = clock.instant().plus(DUE_LOOK);
      tried(this::sealDue);
    }
  }

  private boolean isBusy() {
    return head.waiting().bytes() > limits.busyBytes();
  }

  private void seal(GatewayLog gateway) {
    tried(() -> sealer.seal(gateway));
  }

  /** What fails stays in the log, and is tried again. */
  private static void tried(Runnable sealing) {
    try {
      sealing.run();
    } catch (RuntimeException e) {
      LOG.warn("measurements could not be sealed and wait on", e);
    }
  }
}
