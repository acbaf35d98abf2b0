package io.sensorium.atlas.tiles;

import io.sensorium.atlas.osm.Wire;
import io.sensorium.atlas.osm.WireMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A tile while it is put together out of features, or out of tiles of several regions. */
public final class VectorTile {

  private static final int LAYER = 3;

  private final Map<String, LayerTable> layers = new LinkedHashMap<>();

  void add(String layer, TileFeature feature) {
    layers.computeIfAbsent(layer, _ -> new LayerTable()).add(feature);
  }

  byte[] toBytes() {
    var tile = new WireMessage();
    layers.forEach((name, table) -> tile.message(LAYER, table.toMessage(name)));
    return tile.toBytes();
  }

  /**
   * One tile of all that several hold, in their order.
   *
   * @param packed tiles of the same place, packed with gzip, as the result is
   */
  public static byte[] merge(List<byte[]> packed) throws IOException {
    if (packed.size() == 1) {
      return packed.getFirst();
    }
    var merged = new VectorTile();
    for (var tile : packed) {
      merged.addAll(unpack(tile));
    }
    return pack(merged.toBytes());
  }

  private void addAll(byte[] tile) {
    var wire = new Wire(tile, 0, tile.length);
    while (wire.hasMore()) {
      if (wire.nextField() == LAYER) {
        addLayer(wire.message());
      } else {
        wire.skip();
      }
    }
  }

  private void addLayer(Wire layer) {
    var name = "";
    var features = new ArrayList<Wire>();
    var keys = new ArrayList<String>();
    var values = new ArrayList<ByteBuffer>();
    while (layer.hasMore()) {
      switch (layer.nextField()) {
        case LayerTable.NAME -> name = layer.text();
        case LayerTable.FEATURE -> features.add(layer.message());
        case LayerTable.KEY -> keys.add(layer.text());
        case LayerTable.VALUE -> values.add(ByteBuffer.wrap(layer.copy()));
        default -> layer.skip();
      }
    }
    for (var feature : features) {
      add(name, readFeature(feature, keys, values));
    }
  }

  private static TileFeature readFeature(Wire wire, List<String> keys, List<ByteBuffer> values) {
    int type = 0;
    var ownKeys = new ArrayList<String>();
    var ownValues = new ArrayList<ByteBuffer>();
    var geometry = ByteBuffer.allocate(0);
    while (wire.hasMore()) {
      switch (wire.nextField()) {
        case LayerTable.FEATURE_TAGS -> {
          var tags = wire.message();
          while (tags.hasMore()) {
            ownKeys.add(keys.get(tags.int32()));
            ownValues.add(values.get(tags.int32()));
          }
        }
        case LayerTable.FEATURE_TYPE -> type = wire.int32();
        case LayerTable.FEATURE_GEOMETRY -> geometry = ByteBuffer.wrap(wire.copy());
        default -> wire.skip();
      }
    }
    return new TileFeature(type, ownKeys, ownValues, geometry);
  }

  static byte[] pack(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  /** The bytes of a tile or directory that were packed with gzip. */
  public static byte[] unpack(byte[] packed) throws IOException {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return gzip.readAllBytes();
    }
  }
}
