package io.sensorium.benchmarks.timeline;

import io.sensorium.core.timeline.TransportMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the server says that one person did, oldest first. */
public record SeenTimeline(List<SeenEvent> events) {

  /** Takes the events in any order. */
  public SeenTimeline {
    events =
        events.stream()
            .sorted(Comparator.comparingLong(event -> event.when().startMicros()))
            .toList();
  }

  public List<Interval> stays() {
    return events.stream().filter(SeenEvent.Stay.class::isInstance).map(SeenEvent::when).toList();
  }

  /** Ways from one stay or hole to the next: legs that follow each other are one trip. */
  public List<Interval> trips() {
    var trips = new ArrayList<Interval>();
    for (var event : events) {
      if (!(event instanceof SeenEvent.Leg leg)) {
        continue;
      }
      var when = leg.when();
      if (!trips.isEmpty() && trips.getLast().endMicros() == when.startMicros()) {
        when = new Interval(trips.removeLast().startMicros(), when.endMicros());
      }
      trips.add(when);
    }
    return List.copyOf(trips);
  }

  /** The mode at an instant; empty when somebody stays there or nothing is known. */
  public Optional<TransportMode> findMode(long timeMicros) {
    int low = 0;
    int high = events.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events.get(middle).when().endMicros() <= timeMicros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < events.size()
            && events.get(low) instanceof SeenEvent.Leg leg
            && leg.when().contains(timeMicros)
        ? Optional.of(leg.mode())
        : Optional.empty();
  }
}
