package io.sensorium.simulator.town;

import java.util.Locale;

/** What kind of way it is. */
public enum RoadClass {
  MOTORWAY,
  MOTORWAY_LINK,
  TRUNK,
  PRIMARY,
  SECONDARY,
  TERTIARY,
  UNCLASSIFIED,
  RESIDENTIAL,
  LIVING_STREET,
  SERVICE,
  TRACK,
  CYCLEWAY,
  FOOTWAY,
  RAIL;

  /** The value that OpenStreetMap gives such a way. */
  public String mapName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether houses stand along it, so that people live and shop there. */
  boolean hasHouses() {
    return switch (this) {
      case PRIMARY, SECONDARY, TERTIARY, RESIDENTIAL, LIVING_STREET -> true;
      case MOTORWAY, MOTORWAY_LINK, TRUNK, UNCLASSIFIED, SERVICE, TRACK, CYCLEWAY, FOOTWAY, RAIL ->
          false;
    };
  }
}
