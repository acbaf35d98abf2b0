package io.sensorium.simulator.truth;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.people.Episode;
import io.sensorium.simulator.town.LocalPlane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns episodes into what is compared with results. */
public final class TruthTeller {

  private static final long PATH_STEP_MICROS = 5 * Micros.PER_SECOND;

  private final LocalPlane plane;

  public TruthTeller(LocalPlane plane) {
    this.plane = plane;
  }

  /** An episode, cut where the history ends. */
  public TrueSpan tell(Episode episode, long historyEndMicros) {
    long end = Math.min(episode.endMicros(), historyEndMicros);
    return switch (episode) {
      case Episode.Stay stay ->
          new TrueSpan.Stay(
              stay.startMicros(),
              end,
              plane.toLatLon(stay.place().position()),
              stay.place().name(),
              stay.purpose().name().toLowerCase(Locale.ROOT));
      case Episode.Leg leg ->
          new TrueSpan.Leg(
              leg.startMicros(),
              end,
              leg.trip(),
              leg.mode(),
              leg.trace().alongMetersAt(end),
              path(leg, end),
              roads(leg, end));
    };
  }

  private List<TruePoint> path(Episode.Leg leg, long end) {
    var path = new ArrayList<TruePoint>();
    for (long time = leg.startMicros(); time < end; time += PATH_STEP_MICROS) {
      path.add(new TruePoint(time, plane.toLatLon(leg.at(time).position())));
    }
    path.add(new TruePoint(end, plane.toLatLon(leg.at(end).position())));
    return path;
  }

  private static List<TrueRoad> roads(Episode.Leg leg, long end) {
    var roads = new ArrayList<TrueRoad>();
    for (long time = leg.startMicros(); time < end; time += Micros.PER_SECOND) {
      long next = Math.min(end, time + Micros.PER_SECOND);
      var on = leg.trace().route().roadwayAt(leg.trace().alongMetersAt(time));
      if (on.isOnMap()) {
        add(roads, new TrueRoad(time, next, on.wayId(), on.road().mapName(), on.limitKmh()));
      }
    }
    return roads;
  }

  private static void add(List<TrueRoad> roads, TrueRoad next) {
    if (!roads.isEmpty() && roads.getLast().goesOn(next)) {
      roads.set(roads.size() - 1, roads.getLast().until(next.endMicros()));
    } else {
      roads.add(next);
    }
  }
}
