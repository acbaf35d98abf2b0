package io.sensorium.atlas.tiles;

import io.sensorium.atlas.osm.Wire;
import io.sensorium.atlas.osm.WireMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A feature cut for one tile.
 *
 * @param type of its geometry, as {@link GeometryCode} numbers them
 * @param keys of its attributes
 * @param values of its attributes, encoded, in the order of the keys
 * @param geometry encoded
 */
record TileFeature(int type, List<String> keys, List<ByteBuffer> values, ByteBuffer geometry) {

  private static final int TYPE = 1;
  private static final int KEY = 2;
  private static final int VALUE = 3;
  private static final int GEOMETRY = 4;

  TileFeature {
    keys = List.copyOf(keys);
    values = List.copyOf(values);
  }

  /** The attributes of a feature at a zoom, as {@link #encode} wants them. */
  static byte[] encodeAttributes(List<Attribute> attributes, int zoom) {
    var message = new WireMessage();
    for (var attribute : attributes) {
      if (zoom >= attribute.minZoom()) {
        message.text(KEY, attribute.key()).bytes(VALUE, attribute.encodedValue());
      }
    }
    return message.toBytes();
  }

  /** A feature as bytes that {@link #decode} reads. */
  static byte[] encode(int type, byte[] attributes, byte[] geometry) {
    return new WireMessage().number(TYPE, type).raw(attributes).bytes(GEOMETRY, geometry).toBytes();
  }

  static TileFeature decode(byte[] bytes) {
    var wire = new Wire(bytes, 0, bytes.length);
    int type = 0;
    var keys = new ArrayList<String>();
    var values = new ArrayList<ByteBuffer>();
    var geometry = ByteBuffer.allocate(0);
    while (wire.hasMore()) {
      switch (wire.nextField()) {
        case TYPE -> type = wire.int32();
        case KEY -> keys.add(wire.text());
        case VALUE -> values.add(ByteBuffer.wrap(wire.copy()));
        case GEOMETRY -> geometry = ByteBuffer.wrap(wire.copy());
        default -> wire.skip();
      }
    }
    return new TileFeature(type, keys, values, geometry);
  }
}
