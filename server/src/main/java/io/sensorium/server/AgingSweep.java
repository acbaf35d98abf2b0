package io.sensorium.server;

import io.sensorium.core.time.Micros;
import io.sensorium.store.StoreException;
import io.sensorium.store.measurement.MeasurementAging;
import io.sensorium.store.retention.RawKind;
import io.sensorium.store.retention.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes raw data that is older than the operator keeps it, once an hour. */
final class AgingSweep implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AgingSweep.class);
  private static final Duration PERIOD = Duration.ofHours(1);
  private static final long CLOSE_SECONDS = 60;

  private final Retention retention;
  private final MeasurementAging measurements;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("aging").daemon().factory());
  private Instant next = Instant.MIN;

  AgingSweep(Retention retention, MeasurementAging measurements) {
    this.retention = retention;
    this.measurements = measurements;
  }

  /** Sweeps in the background when an hour is over; for one thread. */
  void tick(Instant now) {
    if (!now.isBefore(next)) {
      next = now.plus(PERIOD);
      executor.execute(() -> sweep(now));
    }
  }

  private void sweep(Instant now) {
    try {
      var days = retention.findDays(RawKind.MEASUREMENTS);
      if (days.isPresent()) {
        var before = now.minus(Duration.ofDays(days.getAsInt()));
        long removed = measurements.removeRowsBefore(Micros.of(before));
        log.info("removed {} blocks of measurements from before {}", removed, before);
      }
    } catch (StoreException e) {
      log.error("old measurements could not be removed; the next hour tries again", e);
    }
  }

  /** Waits for the sweep that is under way. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("old measurements are still being removed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
