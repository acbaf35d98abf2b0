package io.sensorium.simulator.town;

import java.util.ArrayList;
import java.util.List;

/**
 * What lies around a town's streets: a river with a ferry behind the centre, and an airport beside
 * the way to the suburb.
 *
 * @param axis the line from the centre's middle to the suburb's
 * @param suburbMeters how far along it the suburb lies
 * @param river its middle line
 */
public record Land(
    Axis axis,
    double suburbMeters,
    List<Point> river,
    Point ferryHere,
    Point ferryThere,
    Point terminal) {

  /** Half of the river's width. */
  public static final double RIVER_HALF_METERS = 70;

  private static final double RIVER_ALONG_METERS = -4_300;
  private static final double RIVER_REACH_METERS = 9_000;
  private static final double FERRY_ASIDE_METERS = 300;
  private static final double AIRPORT_ASIDE_METERS = -4_300;

  public Land {
    river = List.copyOf(river);
  }

  static Land around(Axis axis, double suburbMeters) {
    var river = new ArrayList<Point>();
    for (double aside = -RIVER_REACH_METERS; aside <= RIVER_REACH_METERS; aside += 300) {
      river.add(axis.at(RIVER_ALONG_METERS - bendMeters(aside), aside));
    }
    double ferryAlong = RIVER_ALONG_METERS - bendMeters(FERRY_ASIDE_METERS);
    return new Land(
        axis,
        suburbMeters,
        river,
        axis.at(ferryAlong + RIVER_HALF_METERS + 8, FERRY_ASIDE_METERS),
        axis.at(ferryAlong - RIVER_HALF_METERS - 8, FERRY_ASIDE_METERS),
        axis.at(suburbMeters / 2, AIRPORT_ASIDE_METERS));
  }

  /** The river bends away from the town, never towards it. */
  private static double bendMeters(double asideMeters) {
    return 120 * (1 - StrictMath.cos(asideMeters / 900));
  }

  /** The corners of the airport's fence. */
  public List<Point> airport() {
    double along = suburbMeters / 2;
    return List.of(
        axis.at(along - 1_400, AIRPORT_ASIDE_METERS - 900),
        axis.at(along + 1_400, AIRPORT_ASIDE_METERS - 900),
        axis.at(along + 1_400, AIRPORT_ASIDE_METERS + 150),
        axis.at(along - 1_400, AIRPORT_ASIDE_METERS + 150));
  }

  /** The two ends of its runway. */
  public List<Point> runway() {
    double along = suburbMeters / 2;
    return List.of(
        axis.at(along - 1_250, AIRPORT_ASIDE_METERS - 500),
        axis.at(along + 1_250, AIRPORT_ASIDE_METERS - 500));
  }
}
