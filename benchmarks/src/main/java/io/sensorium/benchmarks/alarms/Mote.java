package io.sensorium.benchmarks.alarms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What one mote of a recording measured, and when steam was let out beside it.
 *
 * @param humidities in percent, one each 5 s
 * @param steam the readings that are labelled
 */
record Mote(String serial, List<Double> humidities, BitSet steam) {

  static final Duration STEP = Duration.ofSeconds(5);

  /** From the first reading that is labelled up to, not including, the first that is not. */
  record Event(int first, int end) {}

  Mote {
    humidities = List.copyOf(humidities);
  }

  List<Event> events() {
    var events = new ArrayList<Event>();
    for (int first = steam.nextSetBit(0); first >= 0; ) {
      int end = steam.nextClearBit(first);
      events.add(new Event(first, end));
      first = steam.nextSetBit(end);
    }
    return events;
  }

  /** Its readings from one up to, not including, another. */
  Mote part(int from, int to) {
    int end = Math.min(to, humidities.size());
    return new Mote(serial, humidities.subList(from, end), steam.get(from, end));
  }
}
