package io.sensorium.simulator.truth;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;
import java.util.Optional;

/**
 * What a person truly did during one span of time. Spans of one person follow each other without
 * hole or overlap; {@code end} belongs to the next one.
 */
public sealed interface TrueSpan {

  long startMicros();

  long endMicros();

  default double seconds() {
    return (double) (endMicros() - startMicros()) / Micros.PER_SECOND;
  }

  /**
   * The person stayed at one place, for five minutes at least unless the history's end cut it.
   *
   * @param place the place's name, unique in the town
   * @param purpose why the person was there, such as {@code home} or {@code shop}
   */
  record Stay(long startMicros, long endMicros, LatLon position, String place, String purpose)
      implements TrueSpan {}

  /**
   * The person was on the way by one mode.
   *
   * @param trip number of the trip, shared by its legs
   * @param mode {@code IDLE} for waiting at a stop or in a parked car
   * @param lengthMeters true length of the way
   * @param path the way, a point each five seconds and at the end
   * @param roads the roads of the map that it went on, second by second; where it went off the map,
   *     such as in a yard, there is none
   */
  record Leg(
      long startMicros,
      long endMicros,
      int trip,
      TransportMode mode,
      double lengthMeters,
      List<TruePoint> path,
      List<TrueRoad> roads)
      implements TrueSpan {

    public Leg {
      path = List.copyOf(path);
      roads = List.copyOf(roads);
    }

    /** The road that the person was on at an instant. */
    public Optional<TrueRoad> findRoad(long timeMicros) {
      return roads.stream()
          .filter(road -> road.startMicros() <= timeMicros && timeMicros < road.endMicros())
          .findFirst();
    }
  }
}
