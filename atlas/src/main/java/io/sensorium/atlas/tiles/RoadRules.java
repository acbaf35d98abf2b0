package io.sensorium.atlas.tiles;

import io.sensorium.atlas.osm.Tags;
import io.sensorium.atlas.tiles.Feature.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How roads, paths, rails and ferries are drawn. */
final class RoadRules {

  private static final int NAME_ZOOM = 12;
  private static final int MAX_RANK = 100;

  /** The first zoom of a class; the smaller, the later it is drawn, above the others. */
  private static final Map<String, Integer> ROAD_ZOOMS =
      Map.ofEntries(
          Map.entry("motorway", 4),
          Map.entry("trunk", 5),
          Map.entry("primary", 7),
          Map.entry("secondary", 9),
          Map.entry("tertiary", 11),
          Map.entry("unclassified", 12),
          Map.entry("residential", 12),
          Map.entry("living_street", 12),
          Map.entry("road", 12),
          Map.entry("pedestrian", 13),
          Map.entry("busway", 13),
          Map.entry("service", 13),
          Map.entry("track", 13),
          Map.entry("cycleway", 13),
          Map.entry("path", 13),
          Map.entry("footway", 14),
          Map.entry("bridleway", 14),
          Map.entry("steps", 14));

  private static final Map<String, Integer> RAIL_ZOOMS =
      Map.of(
          "rail", 8,
          "narrow_gauge", 10,
          "light_rail", 11,
          "subway", 11,
          "tram", 12,
          "funicular", 12,
          "monorail", 12);

  private static final String LINK = "_link";
  private static final int FERRY_ZOOM = 9;

  private RoadRules() {}

  /** How a way is drawn as one; null when it is none. */
  static @Nullable Feature find(Tags tags) {
    var highway = tags.find("highway");
    if (highway != null && !tags.has("area", "yes")) {
      boolean isLink = highway.endsWith(LINK);
      var roadClass = isLink ? highway.substring(0, highway.length() - LINK.length()) : highway;
      var zoom = ROAD_ZOOMS.get(roadClass);
      return zoom == null ? null : road(tags, roadClass, isLink, zoom);
    }
    var railway = tags.find("railway");
    var railZoom = railway == null ? null : RAIL_ZOOMS.get(railway);
    if (railway != null && railZoom != null) {
      boolean isService = tags.find("service") != null;
      int zoom = isService ? Math.max(13, railZoom) : railZoom;
      return line(TileLayer.RAIL, railway, zoom, structured(tags));
    }
    return tags.has("route", "ferry")
        ? line(TileLayer.ROAD, "ferry", FERRY_ZOOM, named(tags))
        : null;
  }

  private static Feature road(Tags tags, String roadClass, boolean isLink, int zoom) {
    var attributes = structured(tags);
    attributes.addAll(named(tags));
    if (isLink) {
      attributes.add(Attribute.number("link", 1));
    }
    int oneway = oneway(tags);
    if (oneway != 0) {
      attributes.add(Attribute.number("oneway", oneway).from(NAME_ZOOM));
    }
    return line(TileLayer.ROAD, roadClass, isLink ? Math.max(zoom, 9) : zoom, attributes);
  }

  private static Feature line(
      TileLayer layer, String lineClass, int zoom, List<Attribute> attributes) {
    var all = new ArrayList<Attribute>();
    all.add(Attribute.text("class", lineClass));
    all.addAll(attributes);
    return new Feature(layer, Form.LINE, zoom, MAX_RANK - zoom, all);
  }

  private static List<Attribute> named(Tags tags) {
    var attributes = new ArrayList<Attribute>();
    for (var key : List.of("name", "ref")) {
      var value = tags.find(key);
      if (value != null) {
        attributes.add(Attribute.text(key, value).from(NAME_ZOOM));
      }
    }
    return attributes;
  }

  private static List<Attribute> structured(Tags tags) {
    var attributes = new ArrayList<Attribute>();
    for (var key : List.of("bridge", "tunnel")) {
      var value = tags.find(key);
      if (value != null && !value.equals("no")) {
        attributes.add(Attribute.number(key, 1));
      }
    }
    return attributes;
  }

  /** 1 along the line, -1 against it, 0 both ways. */
  private static int oneway(Tags tags) {
    var value = tags.find("oneway");
    if (value == null) {
      return tags.has("junction", "roundabout") || tags.has("highway", "motorway") ? 1 : 0;
    }
    return switch (value) {
      case "yes", "true", "1" -> 1;
      case "-1", "reverse" -> -1;
      default -> 0;
    };
  }
}
