package io.sensorium.atlas.roads;

import io.sensorium.atlas.osm.Tags;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What kind of way an edge is. The order is stored: new constants go to the end. */
public enum RoadClass {
  MOTORWAY(Kind.ROAD),
  MOTORWAY_LINK(Kind.ROAD),
  TRUNK(Kind.ROAD),
  TRUNK_LINK(Kind.ROAD),
  PRIMARY(Kind.ROAD),
  PRIMARY_LINK(Kind.ROAD),
  SECONDARY(Kind.ROAD),
  SECONDARY_LINK(Kind.ROAD),
  TERTIARY(Kind.ROAD),
  TERTIARY_LINK(Kind.ROAD),
  UNCLASSIFIED(Kind.ROAD),
  RESIDENTIAL(Kind.ROAD),
  LIVING_STREET(Kind.ROAD),
  SERVICE(Kind.ROAD),
  ROAD(Kind.ROAD),
  TRACK(Kind.ROAD),
  BUSWAY(Kind.PATH),
  PEDESTRIAN(Kind.PATH),
  CYCLEWAY(Kind.PATH),
  FOOTWAY(Kind.PATH),
  PATH(Kind.PATH),
  BRIDLEWAY(Kind.PATH),
  STEPS(Kind.PATH),
  RAIL(Kind.RAIL),
  LIGHT_RAIL(Kind.RAIL),
  SUBWAY(Kind.RAIL),
  TRAM(Kind.RAIL),
  NARROW_GAUGE(Kind.RAIL),
  FUNICULAR(Kind.RAIL),
  MONORAIL(Kind.RAIL),
  FERRY(Kind.FERRY);

  /** What may go on a way of a class, roughly. */
  public enum Kind {
    ROAD,
    PATH,
    RAIL,
    FERRY
  }

  private static final Map<String, RoadClass> HIGHWAYS = new HashMap<>();
  private static final Map<String, RoadClass> RAILWAYS = new HashMap<>();

  static {
    for (var one : values()) {
      switch (one.kind) {
        case ROAD, PATH -> HIGHWAYS.put(one.tagValue(), one);
        case RAIL -> RAILWAYS.put(one.tagValue(), one);
        case FERRY -> {
          // told by route=ferry
        }
      }
    }
  }

  private final Kind kind;

  RoadClass(Kind kind) {
    this.kind = kind;
  }

  /** The class of a way by its tags; empty when nothing travels on it. */
  static Optional<RoadClass> of(Tags tags) {
    var highway = tags.find("highway");
    if (highway != null && !tags.has("area", "yes")) {
      var known = HIGHWAYS.get(highway);
      if (known != null) {
        return Optional.of(known);
      }
    }
    var railway = tags.find("railway");
    if (railway != null) {
      return Optional.ofNullable(RAILWAYS.get(railway));
    }
    return tags.has("route", "ferry") ? Optional.of(FERRY) : Optional.empty();
  }

  public Kind kind() {
    return kind;
  }

  /** The value of the tag {@code highway}, {@code railway} or {@code route}. */
  public String tagValue() {
    return name().toLowerCase(Locale.ROOT);
  }
}
