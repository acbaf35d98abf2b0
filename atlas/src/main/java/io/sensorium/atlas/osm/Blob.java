package io.sensorium.atlas.osm;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks the content of a block. */
final class Blob {

  /** The most that the format allows. */
  static final int MAX_BYTES = 32 << 20;

  private static final int RAW = 1;
  private static final int RAW_SIZE = 2;
  private static final int ZLIB = 3;

  private Blob() {}

  static byte[] unpack(byte[] blob) {
    var wire = new Wire(blob, 0, blob.length);
    int rawSize = 0;
    byte[] zlib = null;
    while (wire.hasMore()) {
      int field = wire.nextField();
      switch (field) {
        case RAW -> {
          return wire.copy();
        }
        case RAW_SIZE -> rawSize = wire.int32();
        case ZLIB -> zlib = wire.copy();
        default -> throw new MapFileException("a block is packed in a way that is not known here");
      }
    }
    if (zlib == null || rawSize < 0 || rawSize > MAX_BYTES) {
      throw new MapFileException("a block has no content");
    }
    return inflate(zlib, rawSize);
  }

  private static byte[] inflate(byte[] packed, int rawSize) {
    var raw = new byte[rawSize];
    try (var inflater = new Inflater()) {
      inflater.setInput(packed);
      int filled = 0;
      while (filled < rawSize) {
        int count = inflater.inflate(raw, filled, rawSize - filled);
        if (count == 0) {
          throw new MapFileException("a block is shorter than it says");
        }
        filled += count;
      }
      return raw;
    } catch (DataFormatException e) {
      throw new MapFileException("a block cannot be unpacked: " + e.getMessage());
    }
  }
}
