package io.sensorium.atlas.tiles;

import io.sensorium.atlas.shape.Coverage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first bytes of an archive.
 *
 * @param tileCount tiles that can be asked for
 * @param entryCount rows of directories that are tiles
 * @param contentCount tiles that are stored: equal neighbours are stored once
 */
record PmTilesHeader(
    Section root,
    Section metadata,
    Section leaves,
    Section tiles,
    long tileCount,
    long entryCount,
    long contentCount,
    Coverage coverage) {

  /** A part of the file. */
  record Section(long offset, long length) {

    long end() {
      return offset + length;
    }
  }

  static final int BYTES = 127;

  private static final byte[] MAGIC = "PMTiles".getBytes(StandardCharsets.US_ASCII);
  private static final byte VERSION = 3;
  private static final byte CLUSTERED = 1;
  private static final byte GZIP = 2;
  private static final byte VECTOR_TILES = 1;

  byte[] toBytes() {
    var out = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).put(VERSION);
    for (var section : new Section[] {root, metadata, leaves, tiles}) {
      out.putLong(section.offset).putLong(section.length);
    }
    out.putLong(tileCount).putLong(entryCount).putLong(contentCount);
    out.put(CLUSTERED).put(GZIP).put(GZIP).put(VECTOR_TILES);
    out.put((byte) TileGrid.MIN_ZOOM).put((byte) TileGrid.MAX_ZOOM);
    out.putInt(coverage.westE7()).putInt(coverage.southE7());
    out.putInt(coverage.eastE7()).putInt(coverage.northE7());
    out.put((byte) 10);
    out.putInt((int) (((long) coverage.westE7() + coverage.eastE7()) / 2));
    out.putInt((int) (((long) coverage.southE7() + coverage.northE7()) / 2));
    return out.array();
  }

  /**
   * Reads it.
   *
   * @param fileBytes the size of the file
   * @throws IOException when it is not the begin of a whole archive of such tiles
   */
  static PmTilesHeader parse(byte[] bytes, long fileBytes) throws IOException {
    boolean isArchive =
        bytes.length == BYTES
            && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
            && bytes[MAGIC.length] == VERSION
            && bytes[97] == GZIP
            && bytes[98] == GZIP
            && bytes[99] == VECTOR_TILES;
    if (!isArchive) {
      throw new IOException("it is no archive of vector tiles (PMTiles 3)");
    }
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    var sections = new Section[4];
    for (int i = 0; i < sections.length; i++) {
      sections[i] = new Section(in.getLong(8 + 16 * i), in.getLong(16 + 16 * i));
      if (sections[i].offset < BYTES || sections[i].length < 0 || sections[i].end() > fileBytes) {
        throw new IOException("the archive of tiles is not whole");
      }
    }
    return new PmTilesHeader(
        sections[0],
        sections[1],
        sections[2],
        sections[3],
        in.getLong(72),
        in.getLong(80),
        in.getLong(88),
        new Coverage(in.getInt(106), in.getInt(102), in.getInt(114), in.getInt(110)));
  }
}
