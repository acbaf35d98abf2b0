package io.sensorium.atlas.tiles;

import io.sensorium.atlas.osm.Tags;
import io.sensorium.atlas.tiles.Feature.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the land, waters and buildings are drawn. */
final class LandRules {

  private static final int BUILDING_ZOOM = 13;
  private static final int NAME_ZOOM = 12;

  /** The class of land by key and value; keys count in the order of {@link #KEYS}. */
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("landuse=forest", "forest"),
          Map.entry("landuse=residential", "residential"),
          Map.entry("landuse=farmland", "farmland"),
          Map.entry("landuse=farmyard", "farmland"),
          Map.entry("landuse=orchard", "orchard"),
          Map.entry("landuse=vineyard", "orchard"),
          Map.entry("landuse=meadow", "grass"),
          Map.entry("landuse=grass", "grass"),
          Map.entry("landuse=recreation_ground", "park"),
          Map.entry("landuse=village_green", "park"),
          Map.entry("landuse=allotments", "allotments"),
          Map.entry("landuse=cemetery", "cemetery"),
          Map.entry("landuse=commercial", "commercial"),
          Map.entry("landuse=retail", "commercial"),
          Map.entry("landuse=industrial", "industrial"),
          Map.entry("landuse=quarry", "industrial"),
          Map.entry("landuse=railway", "industrial"),
          Map.entry("landuse=military", "military"),
          Map.entry("natural=wood", "forest"),
          Map.entry("natural=scrub", "scrub"),
          Map.entry("natural=heath", "scrub"),
          Map.entry("natural=grassland", "grass"),
          Map.entry("natural=wetland", "wetland"),
          Map.entry("natural=beach", "sand"),
          Map.entry("natural=sand", "sand"),
          Map.entry("natural=bare_rock", "rock"),
          Map.entry("natural=scree", "rock"),
          Map.entry("natural=glacier", "ice"),
          Map.entry("leisure=park", "park"),
          Map.entry("leisure=garden", "park"),
          Map.entry("leisure=golf_course", "park"),
          Map.entry("leisure=pitch", "pitch"),
          Map.entry("leisure=track", "pitch"),
          Map.entry("leisure=playground", "pitch"),
          Map.entry("amenity=grave_yard", "cemetery"),
          Map.entry("amenity=school", "school"),
          Map.entry("amenity=university", "school"),
          Map.entry("amenity=college", "school"),
          Map.entry("amenity=kindergarten", "school"),
          Map.entry("amenity=hospital", "hospital"),
          Map.entry("amenity=parking", "parking"),
          Map.entry("aeroway=aerodrome", "aerodrome"),
          Map.entry("aeroway=apron", "apron"),
          Map.entry("highway=pedestrian", "pedestrian"));

  private static final List<String> KEYS =
      List.of("landuse", "natural", "leisure", "amenity", "aeroway");

  /** The first zoom of classes that are not drawn from the first one on. */
  private static final Map<String, Integer> ZOOMS =
      Map.ofEntries(
          Map.entry("residential", 6),
          Map.entry("farmland", 8),
          Map.entry("grass", 9),
          Map.entry("orchard", 9),
          Map.entry("scrub", 8),
          Map.entry("park", 8),
          Map.entry("commercial", 8),
          Map.entry("industrial", 8),
          Map.entry("allotments", 11),
          Map.entry("cemetery", 11),
          Map.entry("school", 12),
          Map.entry("hospital", 12),
          Map.entry("pitch", 13),
          Map.entry("parking", 13),
          Map.entry("apron", 11),
          Map.entry("pedestrian", 13));

  /** What the smaller ones are drawn above of. */
  private static final List<String> GROUNDS =
      List.of("residential", "aerodrome", "military", "farmland", "industrial", "commercial");

  private static final Map<String, Integer> WATERWAY_ZOOMS =
      Map.of("river", 8, "canal", 10, "stream", 13, "ditch", 14, "drain", 14);

  private LandRules() {}

  /** All that an area is drawn as. */
  static List<Feature> ofArea(Tags tags) {
    var features = new ArrayList<Feature>();
    var building = tags.find("building");
    if (building != null && !building.equals("no")) {
      features.add(area(TileLayer.BUILDING, BUILDING_ZOOM, 0, List.of()));
    }
    var water = waterClass(tags);
    var land = water == null ? landClass(tags) : null;
    if (water != null) {
      features.add(area(TileLayer.WATER, TileGrid.MIN_ZOOM, 0, classed(water)));
    } else if (land != null) {
      int zoom = ZOOMS.getOrDefault(land, TileGrid.MIN_ZOOM);
      int ground = GROUNDS.indexOf(land);
      features.add(
          area(TileLayer.LANDUSE, zoom, ground < 0 ? GROUNDS.size() : ground, classed(land)));
    }
    return features;
  }

  private static List<Attribute> classed(String areaClass) {
    return List.of(Attribute.text("class", areaClass));
  }

  private static Feature area(TileLayer layer, int zoom, int rank, List<Attribute> attributes) {
    return new Feature(layer, Form.AREA, zoom, rank, attributes);
  }

  private static @Nullable String waterClass(Tags tags) {
    if (tags.has("natural", "water")) {
      var water = tags.find("water");
      return water == null ? "water" : water;
    }
    if (tags.has("waterway", "riverbank")) {
      return "river";
    }
    if (tags.has("landuse", "reservoir") || tags.has("landuse", "basin")) {
      return "reservoir";
    }
    return tags.has("leisure", "swimming_pool") ? "pool" : null;
  }

  private static @Nullable String landClass(Tags tags) {
    for (var key : KEYS) {
      var value = tags.find(key);
      var found = value == null ? null : CLASSES.get(key + "=" + value);
      if (found != null) {
        return found;
      }
    }
    boolean isSquare = tags.has("highway", "pedestrian") && tags.has("area", "yes");
    return isSquare ? CLASSES.get("highway=pedestrian") : null;
  }

  /** How a line of water, or of a runway, is drawn; null when it is none. */
  static @Nullable Feature ofLine(Tags tags) {
    var waterway = tags.find("waterway");
    var zoom = waterway == null ? null : WATERWAY_ZOOMS.get(waterway);
    if (waterway != null && zoom != null) {
      return waterway(tags, waterway, zoom);
    }
    return tags.has("natural", "coastline") ? waterway(tags, "coastline", TileGrid.MIN_ZOOM) : null;
  }

  private static Feature waterway(Tags tags, String waterClass, int zoom) {
    var attributes = new ArrayList<>(classed(waterClass));
    var name = tags.find("name");
    if (name != null) {
      attributes.add(Attribute.text("name", name).from(NAME_ZOOM));
    }
    var tunnel = tags.find("tunnel");
    if (tunnel != null && !tunnel.equals("no")) {
      attributes.add(Attribute.number("tunnel", 1));
    }
    return new Feature(TileLayer.WATERWAY, Form.LINE, zoom, 0, attributes);
  }
}
