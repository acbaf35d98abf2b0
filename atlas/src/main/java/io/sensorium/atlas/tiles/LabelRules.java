package io.sensorium.atlas.tiles;

import io.sensorium.atlas.osm.Tags;
import io.sensorium.atlas.tiles.Feature.Form;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is drawn as a point with a name, and the borders between names. */
final class LabelRules {

  private static final Map<String, Integer> PLACE_ZOOMS =
      Map.ofEntries(
          Map.entry("country", 4),
          Map.entry("state", 4),
          Map.entry("city", 4),
          Map.entry("town", 8),
          Map.entry("village", 10),
          Map.entry("suburb", 11),
          Map.entry("island", 11),
          Map.entry("quarter", 12),
          Map.entry("hamlet", 12),
          Map.entry("neighbourhood", 13),
          Map.entry("locality", 14),
          Map.entry("isolated_dwelling", 14));

  /** Keys whose elements are points of interest when they have a name. */
  private static final List<String> POI_KEYS =
      List.of(
          "amenity",
          "shop",
          "tourism",
          "leisure",
          "historic",
          "railway",
          "aeroway",
          "highway",
          "natural",
          "office");

  private static final Map<String, Set<String>> POI_VALUES =
      Map.of(
          "railway", Set.of("station", "halt", "tram_stop"),
          "aeroway", Set.of("aerodrome", "terminal"),
          "highway", Set.of("bus_stop"),
          "natural", Set.of("peak", "water", "spring", "cave_entrance", "beach", "bay"));

  private static final Map<String, Integer> EARLY_POI_ZOOMS =
      Map.of("aerodrome", 11, "station", 12, "halt", 13, "hospital", 13, "peak", 13, "water", 13);

  private static final int POI_ZOOM = 14;

  /** The levels of borders that are drawn, by their first zoom. */
  private static final Map<String, Integer> BOUNDARY_ZOOMS =
      Map.of("2", 4, "3", 6, "4", 6, "5", 9, "6", 9, "7", 11, "8", 11);

  private LabelRules() {}

  /** The name of a town, or whatever people live in; null for other elements. */
  static @Nullable Feature place(Tags tags) {
    var place = tags.find("place");
    var name = tags.find("name");
    var zoom = place == null ? null : PLACE_ZOOMS.get(place);
    return zoom == null || name == null || place == null
        ? null
        : point(TileLayer.PLACE, zoom, zoom, place, name);
  }

  /** A point of interest with its name; null for other elements. */
  static @Nullable Feature poi(Tags tags) {
    var name = tags.find("name");
    if (name == null) {
      return null;
    }
    for (var key : POI_KEYS) {
      var value = tags.find(key);
      var known = POI_VALUES.get(key);
      if (value != null && !value.equals("no") && (known == null || known.contains(value))) {
        int zoom = EARLY_POI_ZOOMS.getOrDefault(value, POI_ZOOM);
        int rank = key.equals("highway") || key.equals("shop") ? zoom + 2 : zoom;
        return point(TileLayer.POI, zoom, rank, value, name);
      }
    }
    return null;
  }

  private static Feature point(
      TileLayer layer, int zoom, int rank, String pointClass, String name) {
    return new Feature(
        layer,
        Form.POINT,
        zoom,
        rank,
        List.of(Attribute.text("class", pointClass), Attribute.text("name", name)));
  }

  /** The border of a country or a part of it; null for other elements. */
  static @Nullable Feature boundary(Tags tags) {
    var level = tags.find("admin_level");
    var zoom = level == null ? null : BOUNDARY_ZOOMS.get(level);
    if (zoom == null || level == null || !tags.has("boundary", "administrative")) {
      return null;
    }
    int number = Integer.parseInt(level);
    return new Feature(
        TileLayer.BOUNDARY,
        Form.SHARED_LINE,
        zoom,
        100 - number,
        List.of(Attribute.number("admin_level", number)));
  }
}
