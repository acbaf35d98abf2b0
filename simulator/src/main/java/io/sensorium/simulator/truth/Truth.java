package io.sensorium.simulator.truth;

import io.sensorium.core.timeline.TransportMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person truly did, oldest first. */
public record Truth(List<TrueSpan> spans) {

  public Truth {
    spans = List.copyOf(spans);
  }

  /** A way from one stay to the next: its legs, and when it began and ended. */
  public record Trip(int number, List<TrueSpan.Leg> legs) {

    public Trip {
      legs = List.copyOf(legs);
    }

    public long startMicros() {
      return legs.getFirst().startMicros();
    }

    public long endMicros() {
      return legs.getLast().endMicros();
    }
  }

  public List<TrueSpan.Stay> stays() {
    return spans.stream()
        .filter(TrueSpan.Stay.class::isInstance)
        .map(TrueSpan.Stay.class::cast)
        .toList();
  }

  public List<TrueSpan.Leg> legs() {
    return spans.stream()
        .filter(TrueSpan.Leg.class::isInstance)
        .map(TrueSpan.Leg.class::cast)
        .toList();
  }

  public List<Trip> trips() {
    var trips = new ArrayList<Trip>();
    var legs = new ArrayList<TrueSpan.Leg>();
    for (var leg : legs()) {
      if (!legs.isEmpty() && legs.getLast().trip() != leg.trip()) {
        trips.add(new Trip(legs.getLast().trip(), legs));
        legs.clear();
      }
      legs.add(leg);
    }
    if (!legs.isEmpty()) {
      trips.add(new Trip(legs.getLast().trip(), legs));
    }
    return List.copyOf(trips);
  }

  /** The span that holds an instant, if the history does. */
  public Optional<TrueSpan> findSpan(long timeMicros) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).endMicros() <= timeMicros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean held = low < spans.size() && spans.get(low).startMicros() <= timeMicros;
    return held ? Optional.of(spans.get(low)) : Optional.empty();
  }

  /** The mode of the leg that holds an instant; empty during stays. */
  public Optional<TransportMode> findMode(long timeMicros) {
    return findSpan(timeMicros)
        .filter(TrueSpan.Leg.class::isInstance)
        .map(span -> ((TrueSpan.Leg) span).mode());
  }
}
