package io.sensorium.atlas.roads;

import io.sensorium.atlas.osm.Tags;
import org.jspecify.annotations.Nullable;

/** By what somebody goes along the network. The order is stored: new constants go to the end. */
public enum Travel {
  CAR,
  BUS,
  BICYCLE,
  FOOT,
  RAIL,
  FERRY;

  private static final int BITS = values().length;

  /** May be travelled in the direction of the way. */
  int forwardBit() {
    return 1 << ordinal();
  }

  /** May be travelled against the direction of the way. */
  int backwardBit() {
    return 1 << (BITS + ordinal());
  }

  /** People do go there, allowed or not. */
  int usableBit() {
    return 1 << (2 * BITS + ordinal());
  }

  /** The bits of a way that people travel so, and may in one direction or in both. */
  public int bits(boolean forward, boolean backward) {
    return usableBit() | (forward ? forwardBit() : 0) | (backward ? backwardBit() : 0);
  }

  /** The bits of all that may go along a way, by its tags. */
  static int accessOf(RoadClass road, Tags tags) {
    int bits = 0;
    for (var travel : values()) {
      bits |= travel.bitsOn(road, tags);
    }
    return bits;
  }

  private int bitsOn(RoadClass road, Tags tags) {
    if (!isUsable(road, tags)) {
      return 0;
    }
    int oneway = this == FOOT || this == RAIL ? 0 : oneway(road, tags);
    return bits(oneway >= 0, oneway <= 0);
  }

  private boolean isUsable(RoadClass road, Tags tags) {
    return switch (this) {
      case CAR -> road.kind() == RoadClass.Kind.ROAD || isOpenTo(tags, "motor_vehicle", "motorcar");
      case BUS ->
          road.kind() == RoadClass.Kind.ROAD
              || road == RoadClass.BUSWAY
              || isOpenTo(tags, "bus", "psv");
      case BICYCLE ->
          isOnLand(road) && road != RoadClass.MOTORWAY && road != RoadClass.MOTORWAY_LINK;
      case FOOT -> isOnLand(road) && road != RoadClass.MOTORWAY && road != RoadClass.MOTORWAY_LINK;
      case RAIL -> road.kind() == RoadClass.Kind.RAIL;
      case FERRY -> road == RoadClass.FERRY;
    };
  }

  private static boolean isOnLand(RoadClass road) {
    return road.kind() == RoadClass.Kind.ROAD || road.kind() == RoadClass.Kind.PATH;
  }

  private static boolean isOpenTo(Tags tags, String group, String vehicle) {
    var value = tags.find(vehicle) == null ? tags.find(group) : tags.find(vehicle);
    return value != null
        && (value.equals("yes") || value.equals("designated") || value.equals("permissive"));
  }

  /** 1 for along the way only, -1 for against it only, 0 for both. */
  private int oneway(RoadClass road, Tags tags) {
    if (this == BICYCLE
        && (tags.has("oneway:bicycle", "no")
            || isOpposite(tags.find("cycleway"))
            || isOpposite(tags.find("cycleway:left"))
            || isOpposite(tags.find("cycleway:right")))) {
      return 0;
    }
    if (this == BUS && (tags.has("oneway:bus", "no") || tags.has("oneway:psv", "no"))) {
      return 0;
    }
    var oneway = tags.find("oneway");
    if (oneway == null) {
      boolean implied =
          tags.has("junction", "roundabout")
              || tags.has("junction", "circular")
              || road == RoadClass.MOTORWAY;
      return implied ? 1 : 0;
    }
    return switch (oneway) {
      case "yes", "true", "1" -> 1;
      case "-1", "reverse" -> -1;
      default -> 0;
    };
  }

  private static boolean isOpposite(@Nullable String cycleway) {
    return cycleway != null && cycleway.startsWith("opposite");
  }
}
