package io.sensorium.simulator.sensing;

import io.sensorium.core.time.Micros;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Arrivals gathered to requests: each gateway sends what it has at the end of each span. */
final class Uploads implements Iterator<GatewayUpload> {

  private static final int MOST_READINGS = 1_000;

  private final Iterator<Arrival> arrivals;
  private final long spanMicros;
  private final Deque<GatewayUpload> ready = new ArrayDeque<>();
  private @Nullable Arrival ahead;

  Uploads(Iterator<Arrival> arrivals, Duration span) {
    this.arrivals = arrivals;
    this.spanMicros = span.toMillis() * Micros.PER_MILLI;
    ahead = takeArrival();
  }

  @Override
  public boolean hasNext() {
    return !ready.isEmpty() || ahead != null;
  }

  @Override
  public GatewayUpload next() {
    if (ready.isEmpty()) {
      gather();
    }
    if (ready.isEmpty()) {
      throw new NoSuchElementException("all is sent");
    }
    return ready.removeFirst();
  }

  private void gather() {
    if (ahead == null) {
      return;
    }
    long span = Math.floorDiv(ahead.timeMicros(), spanMicros);
    var byGateway = new LinkedHashMap<GatewayPlan, List<Reading>>();
    for (;
        ahead != null && Math.floorDiv(ahead.timeMicros(), spanMicros) == span;
        ahead = takeArrival()) {
      byGateway.computeIfAbsent(ahead.gateway(), _ -> new ArrayList<>()).add(ahead.reading());
    }
    long sentMicros = (span + 1) * spanMicros;
    byGateway.forEach((gateway, readings) -> cut(gateway, sentMicros, readings));
  }

  private void cut(GatewayPlan gateway, long sentMicros, List<Reading> readings) {
    for (int from = 0; from < readings.size(); from += MOST_READINGS) {
      int to = Math.min(readings.size(), from + MOST_READINGS);
      ready.add(new GatewayUpload(gateway, sentMicros, readings.subList(from, to)));
    }
  }

  private @Nullable Arrival takeArrival() {
    return arrivals.hasNext() ? arrivals.next() : null;
  }
}
