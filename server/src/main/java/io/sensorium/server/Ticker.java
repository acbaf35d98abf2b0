package io.sensorium.server;

import io.sensorium.engine.Engine;
import io.sensorium.store.StoreException;
import io.sensorium.store.inbox.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a tick at each full minute, and forgets batch keys that nobody will repeat. */
final class Ticker implements AutoCloseable {

  /** So long a repeated batch is known. */
  static final Duration BATCHES_REMEMBERED = Duration.ofDays(7);

  private static final Logger log = LoggerFactory.getLogger(Ticker.class);
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final Engine engine;
  private final Inbox inbox;
  private final Consumer<Instant> others;
  private final Clock clock;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("ticker").daemon().factory());

  /**
   * @param others hears each tick too: all other work of every minute
   */
  Ticker(Engine engine, Inbox inbox, Consumer<Instant> others, Clock clock) {
    this.engine = engine;
    this.inbox = inbox;
    this.others = others;
    this.clock = clock;
  }

  void start() {
    var _ = executor.scheduleAtFixedRate(this::tick, 0, PERIOD.toSeconds(), TimeUnit.SECONDS);
  }

  private void tick() {
    var minute = clock.instant().getEpochSecond() / 60;
    var tick = Instant.ofEpochSecond(60 * minute);
    unlessTheStoreFails(() -> engine.tick(tick));
    unlessTheStoreFails(() -> others.accept(tick));
    if (minute % 60 == 0) {
      unlessTheStoreFails(
          () -> inbox.forgetBatchesBefore(clock.instant().minus(BATCHES_REMEMBERED)));
    }
  }

  private static void unlessTheStoreFails(Runnable work) {
    try {
      work.run();
    } catch (StoreException e) {
      log.error("a tick could not be written; the next minute tries again", e);
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      executor.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
