package io.sensorium.simulator.truth;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;

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
   */
  record Leg(
      long startMicros,
      long endMicros,
      int trip,
      TransportMode mode,
      double lengthMeters,
      List<TruePoint> path)
      implements TrueSpan {

    public Leg {
      path = List.copyOf(path);
    }
  }
}
