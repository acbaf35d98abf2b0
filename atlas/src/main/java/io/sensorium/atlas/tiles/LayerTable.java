package io.sensorium.atlas.tiles;

import io.sensorium.atlas.osm.WireMessage;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** One layer of a tile while it is put together; its keys and values are told once. */
final class LayerTable {

  static final int NAME = 1;
  static final int FEATURE = 2;
  static final int KEY = 3;
  static final int VALUE = 4;
  static final int EXTENT = 5;
  static final int VERSION = 15;
  static final int FEATURE_TAGS = 2;
  static final int FEATURE_TYPE = 3;
  static final int FEATURE_GEOMETRY = 4;

  private final WireMessage features = new WireMessage();
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<ByteBuffer, Integer> values = new LinkedHashMap<>();

  void add(TileFeature feature) {
    var tags = new WireMessage();
    for (int i = 0; i < feature.keys().size(); i++) {
      tags.varint(number(keys, feature.keys().get(i)));
      tags.varint(number(values, feature.values().get(i)));
    }
    var message = new WireMessage();
    if (!feature.keys().isEmpty()) {
      message.message(FEATURE_TAGS, tags);
    }
    message.number(FEATURE_TYPE, feature.type());
    message.bytes(FEATURE_GEOMETRY, bytesOf(feature.geometry()));
    features.message(FEATURE, message);
  }

  private static <T> int number(Map<T, Integer> table, T entry) {
    int next = table.size();
    return table.computeIfAbsent(entry, _ -> next);
  }

  WireMessage toMessage(String name) {
    var message = new WireMessage().text(NAME, name).raw(features.toBytes());
    keys.keySet().forEach(key -> message.text(KEY, key));
    values.keySet().forEach(value -> message.bytes(VALUE, bytesOf(value)));
    return message.number(EXTENT, TileGrid.EXTENT).number(VERSION, 2);
  }

  private static byte[] bytesOf(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.get(buffer.position(), bytes);
    return bytes;
  }
}
