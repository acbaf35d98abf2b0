package io.sensorium.atlas.tiles;

import io.sensorium.atlas.osm.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tile as a client reads it, by the published format alone. */
public final class DecodedTile {

  /** A point in units of the tile, east and south of its corner. */
  public record Spot(int x, int y) {}

  /**
   * What a layer has.
   *
   * @param type 1 points, 2 lines, 3 areas
   * @param parts lines; rings with the first point again at their end
   */
  public record Shape(int type, Map<String, String> attributes, List<List<Spot>> parts) {

    /** Twice the area of a part, positive for outer rings. */
    public long doubleArea(int part) {
      var ring = parts.get(part);
      long sum = 0;
      for (int i = 1; i < ring.size(); i++) {
        sum += (long) ring.get(i - 1).x * ring.get(i).y - (long) ring.get(i).x * ring.get(i - 1).y;
      }
      return sum;
    }
  }

  private final Map<String, List<Shape>> layers = new LinkedHashMap<>();

  /** Reads a tile that is packed with gzip. */
  public static DecodedTile of(byte[] packed) throws IOException {
    var tile = new DecodedTile();
    var bytes = VectorTile.unpack(packed);
    var wire = new Wire(bytes, 0, bytes.length);
    while (wire.hasMore()) {
      if (wire.nextField() != 3) {
        throw new IOException("a tile has layers alone");
      }
      tile.addLayer(wire.message());
    }
    return tile;
  }

  /** The names of the layers in their order. */
  public List<String> layers() {
    return List.copyOf(layers.keySet());
  }

  /** What a layer has; nothing when the tile does not have it. */
  public List<Shape> layer(String name) {
    return layers.getOrDefault(name, List.of());
  }

  private void addLayer(Wire layer) throws IOException {
    var name = "";
    var features = new ArrayList<Wire>();
    var keys = new ArrayList<String>();
    var values = new ArrayList<String>();
    long extent = 0;
    long version = 0;
    while (layer.hasMore()) {
      switch (layer.nextField()) {
        case 1 -> name = layer.text();
        case 2 -> features.add(layer.message());
        case 3 -> keys.add(layer.text());
        case 4 -> values.add(value(layer.message()));
        case 5 -> extent = layer.varint();
        case 15 -> version = layer.varint();
        default -> throw new IOException("a layer has no field " + layer.lastField());
      }
    }
    if (version != 2 || extent != 4096 || layers.containsKey(name)) {
      throw new IOException(name + " is no layer of version 2, or is there twice");
    }
    var shapes = new ArrayList<Shape>();
    for (var feature : features) {
      shapes.add(shape(feature, keys, values));
    }
    layers.put(name, shapes);
  }

  private static String value(Wire value) throws IOException {
    return switch (value.nextField()) {
      case 1 -> value.text();
      case 6 -> Long.toString(value.signed());
      default -> throw new IOException("a value of kind " + value.lastField());
    };
  }

  private static Shape shape(Wire feature, List<String> keys, List<String> values) {
    int type = 0;
    var attributes = new HashMap<String, String>();
    var parts = new ArrayList<List<Spot>>();
    while (feature.hasMore()) {
      switch (feature.nextField()) {
        case 2 -> {
          var tags = feature.message();
          while (tags.hasMore()) {
            attributes.put(keys.get(tags.int32()), values.get(tags.int32()));
          }
        }
        case 3 -> type = feature.int32();
        case 4 -> readParts(feature.message(), parts);
        default -> feature.skip();
      }
    }
    return new Shape(type, attributes, parts);
  }

  private static void readParts(Wire commands, List<List<Spot>> parts) {
    int x = 0;
    int y = 0;
    while (commands.hasMore()) {
      int command = commands.int32();
      if ((command & 7) == 7) {
        var ring = parts.getLast();
        ring.add(ring.getFirst());
        continue;
      }
      for (int i = 0; i < command >>> 3; i++) {
        x += (int) commands.signed();
        y += (int) commands.signed();
        if ((command & 7) == 1) {
          parts.add(new ArrayList<>());
        }
        parts.getLast().add(new Spot(x, y));
      }
    }
  }
}
