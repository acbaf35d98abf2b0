package io.sensorium.intake.mqtt;

import java.util.concurrent.atomic.LongAdder;

/** What became of messages since the start. Safe for use by many threads. */
public final class MqttCounts {

  private final LongAdder taken = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder delayed = new LongAdder();

  MqttCounts() {}

  /** Messages that are on disk, or told nothing to be kept. */
  public long taken() {
    return taken.sum();
  }

  /** Messages that had a mistake; their good rows, where they had some, are on disk. */
  public long refused() {
    return refused.sum();
  }

  /** Messages that were given up because something broke here. */
  public long failed() {
    return failed.sum();
  }

  /** How often a message had to wait, because there was no room for it. */
  public long delayed() {
    return delayed.sum();
  }

  void addTaken() {
    taken.increment();
  }

  void addRefused() {
    refused.increment();
  }

  void addFailed() {
    failed.increment();
  }

  void addDelayed() {
    delayed.increment();
  }
}
