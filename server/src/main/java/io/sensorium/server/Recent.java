package io.sensorium.server;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A number that is costly to find out, found out at most once in a while. */
final class Recent implements LongSupplier {

  private record Seen(long atMillis, long value) {}

  private final LongSupplier source;
  private final long maxAgeMillis;
  private final Clock clock;
  private volatile Seen seen = new Seen(Long.MIN_VALUE / 2, 0);

  Recent(LongSupplier source, Duration maxAge, Clock clock) {
    this.source = source;
    this.maxAgeMillis = maxAge.toMillis();
    this.clock = clock;
  }

  @Override
  public long getAsLong() {
    var last = seen;
    long now = clock.millis();
    if (now - last.atMillis() < maxAgeMillis) {
      return last.value();
    }
    var fresh = new Seen(now, source.getAsLong());
    seen = fresh;
    return fresh.value();
  }
}
