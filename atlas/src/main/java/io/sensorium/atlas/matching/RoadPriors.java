package io.sensorium.atlas.matching;

import io.sensorium.atlas.roads.RoadClass;

/** How seldom somebody is on a road of a class when another runs beside it. */
final class RoadPriors {

  private RoadPriors() {}

  /** Negative logarithm of how much less likely the class is than a through road. */
  static double cost(RoadClass road) {
    return switch (road) {
      case MOTORWAY, TRUNK, PRIMARY, SECONDARY, TERTIARY, UNCLASSIFIED, ROAD -> 0;
      case RESIDENTIAL, BUSWAY -> 0.3;
      case LIVING_STREET, PEDESTRIAN, CYCLEWAY -> 0.6;
      case MOTORWAY_LINK, TRUNK_LINK, PRIMARY_LINK, SECONDARY_LINK, TERTIARY_LINK -> 1;
      case SERVICE -> 1.5;
      case TRACK, STEPS, BRIDLEWAY -> 2;
      case FOOTWAY, PATH -> 0.6;
      case RAIL, LIGHT_RAIL, SUBWAY, TRAM, NARROW_GAUGE, FUNICULAR, MONORAIL, FERRY -> 0;
    };
  }

  /** By how much a metre on a road of the class makes a route seem longer. */
  static double lengthRatio(RoadClass road) {
    return switch (road) {
      case MOTORWAY, TRUNK, PRIMARY, ROAD -> 1;
      case SECONDARY, TERTIARY, UNCLASSIFIED, BUSWAY -> 1.02;
      case MOTORWAY_LINK, TRUNK_LINK, PRIMARY_LINK, SECONDARY_LINK, TERTIARY_LINK -> 1.05;
      case RESIDENTIAL, CYCLEWAY -> 1.06;
      case LIVING_STREET, PEDESTRIAN, FOOTWAY, PATH -> 1.1;
      case SERVICE -> 1.2;
      case TRACK, STEPS, BRIDLEWAY -> 1.4;
      case RAIL, LIGHT_RAIL, SUBWAY, TRAM, NARROW_GAUGE, FUNICULAR, MONORAIL, FERRY -> 1;
    };
  }
}
