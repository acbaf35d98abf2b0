package io.sensorium.store.sql.measurement;

import io.sensorium.core.time.Micros;
import java.time.Clock;

/** Draws sequence numbers: times of storing, in microseconds, made to rise. */
final class SeqSource {
  /*
   * A batch begins at a whole millisecond where that is near: its numbers then take half the room in
   * blocks. When batches come faster than that, numbers are not driven ahead of the clock.
   */

  private static final long MAX_LEAD_MICROS = 20_000;

  private final Clock clock;
  private long last;

  SeqSource(Clock clock, long last) {
    this.clock = clock;
    this.last = last;
  }

  /** The first of so many numbers, which follow without a gap. */
  synchronized long draw(int count) {
    long now = Micros.of(clock.instant());
    long next = Math.max(last + 1, now);
    long whole = Math.ceilDiv(next, Micros.PER_MILLI) * Micros.PER_MILLI;
    long first = whole - now <= MAX_LEAD_MICROS ? whole : next;
    last = first + count - 1;
    return first;
  }

  synchronized long last() {
    return last;
  }
}
