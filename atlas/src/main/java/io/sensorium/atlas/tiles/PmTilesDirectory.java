package io.sensorium.atlas.tiles;

import io.sensorium.atlas.osm.Wire;
import io.sensorium.atlas.osm.WireMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Where tiles, or directories of tiles, lie in an archive; by rising number. */
final class PmTilesDirectory {

  /**
   * A row of a directory.
   *
   * @param tileId of the first tile
   * @param offset from the begin of the section that the bytes are in
   * @param run how many tiles with numbers in a row it is; 0 for a directory
   */
  record Entry(long tileId, long offset, int length, int run) {}

  private final long[] tileIds;
  private final long[] offsets;
  private final int[] lengths;
  private final int[] runs;

  private PmTilesDirectory(int size) {
    tileIds = new long[size];
    offsets = new long[size];
    lengths = new int[size];
    runs = new int[size];
  }

  static byte[] encode(List<Entry> entries) throws IOException {
    var out = new WireMessage().varint(entries.size());
    long lastId = 0;
    for (var entry : entries) {
      out.varint(entry.tileId - lastId);
      lastId = entry.tileId;
    }
    entries.forEach(entry -> out.varint(entry.run));
    entries.forEach(entry -> out.varint(entry.length));
    long end = -1;
    for (var entry : entries) {
      out.varint(entry.offset == end ? 0 : entry.offset + 1);
      end = entry.offset + entry.length;
    }
    return VectorTile.pack(out.toBytes());
  }

  static PmTilesDirectory decode(byte[] packed) throws IOException {
    var bytes = VectorTile.unpack(packed);
    var wire = new Wire(bytes, 0, bytes.length);
    int size = wire.int32();
    if (size < 0 || size > bytes.length) {
      throw new IOException("a directory of the tiles has no sensible size: " + size);
    }
    var directory = new PmTilesDirectory(size);
    long tileId = 0;
    for (int i = 0; i < size; i++) {
      tileId += wire.varint();
      directory.tileIds[i] = tileId;
    }
    for (int i = 0; i < size; i++) {
      directory.runs[i] = wire.int32();
    }
    for (int i = 0; i < size; i++) {
      directory.lengths[i] = wire.int32();
    }
    for (int i = 0; i < size; i++) {
      long code = wire.varint();
      directory.offsets[i] =
          code == 0 && i > 0 ? directory.offsets[i - 1] + directory.lengths[i - 1] : code - 1;
    }
    return directory;
  }

  /** The row that holds a tile, or the directory that may; -1 when there is none. */
  int find(long tileId) {
    int at = Arrays.binarySearch(tileIds, tileId);
    int row = at >= 0 ? at : -at - 2;
    boolean holds = row >= 0 && (runs[row] == 0 || tileId < tileIds[row] + runs[row]);
    return holds ? row : -1;
  }

  boolean isDirectory(int row) {
    return runs[row] == 0;
  }

  long offset(int row) {
    return offsets[row];
  }

  int length(int row) {
    return lengths[row];
  }
}
