package io.sensorium.atlas.timezone;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the zone of a point in the bytes that {@link IndexWriter} wrote, without unpacking them.
 *
 * <p>Safe for use by many threads; keeps nothing but the names of the zones.
 */
final class ZoneIndex {
  /*
   * A quadtree leads to the cell of the point. A cell without borders is a zone. Any other is read
   * through once: its zones, those of its corner, and every edge, of which the ones that cross the
   * CornerPath to the point flip their zones. That is about a microsecond, so cells are not cached.
   */

  /** Begins every index; changes with its format. */
  static final int MAGIC = 0x535A4931;

  private static final int ROW_BYTES = 16;

  private final ByteBuffer bytes;
  private final List<String> zones;
  private final int rowsAt;
  private final int cellsAt;

  ZoneIndex(ByteBuffer bytes) {
    this.bytes = bytes;
    if (bytes.getInt(0) != MAGIC) {
      throw new IllegalArgumentException("not an index of time zones");
    }
    int position = 8;
    var names = new ArrayList<String>();
    for (int number = bytes.getInt(4); number > 0; number--) {
      var name = new byte[bytes.getShort(position)];
      bytes.get(position + 2, name);
      names.add(new String(name, StandardCharsets.US_ASCII));
      position += 2 + name.length;
    }
    this.zones = List.copyOf(names);
    this.rowsAt = position + 4;
    this.cellsAt = rowsAt + ROW_BYTES * bytes.getInt(position);
  }

  static int uniform(int zone) {
    return ~((zone + 1) << 1);
  }

  static int mixed(int cellPosition) {
    return ~(cellPosition << 1 | 1);
  }

  /** The ids of the zones, by their numbers. */
  List<String> zones() {
    return zones;
  }

  /** The number of the zone at the point in {@link Lattice} steps, or -1 if there is none. */
  int zoneAt(long x, long y) {
    long west = Lattice.ROOT_EDGE;
    long south = Lattice.ROOT_EDGE;
    int child = bytes.getInt(rowsAt);
    for (int bits = Lattice.ROOT_BITS - 1; child >= 0; bits--) {
      long half = 1L << bits;
      int quarter = 0;
      if (x >= west + half) {
        west += half;
        quarter = 1;
      }
      if (y >= south + half) {
        south += half;
        quarter += 2;
      }
      child = bytes.getInt(rowsAt + ROW_BYTES * child + Integer.BYTES * quarter);
    }
    int leaf = ~child;
    return (leaf & 1) == 0
        ? (leaf >> 1) - 1
        : new Cell(cellsAt + (leaf >> 1)).zoneAt(new CornerPath(west, south, x, y));
  }

  /** Reads one cell from its begin to its end. */
  private final class Cell {

    private final int zonesAt;
    private int position;

    Cell(int position) {
      this.zonesAt = position;
      this.position = position;
    }

    int zoneAt(CornerPath path) {
      skipZones();
      long inside = readNumber();
      int shiftX = (int) readNumber();
      int shiftY = (int) readNumber();
      for (long chains = readNumber(); chains > 0; chains--) {
        long chainZones = readNumber();
        if (crossesChain(path, shiftX, shiftY)) {
          inside ^= chainZones;
        }
      }
      return inside == 0 ? -1 : zoneNumber(Long.numberOfTrailingZeros(inside));
    }

    private boolean crossesChain(CornerPath path, int shiftX, int shiftY) {
      boolean crosses = false;
      long edges = readNumber();
      long x = (path.cornerX() >> shiftX) + readSigned();
      long y = (path.cornerY() >> shiftY) + readSigned();
      for (; edges > 0; edges--) {
        long nextX = x + readSigned();
        long nextY = y + readSigned();
        crosses ^= path.crosses(x << shiftX, y << shiftY, nextX << shiftX, nextY << shiftY);
        x = nextX;
        y = nextY;
      }
      return crosses;
    }

    private void skipZones() {
      for (long zones = readNumber(); zones > 0; zones--) {
        readNumber();
      }
    }

    private int zoneNumber(int local) {
      position = zonesAt;
      readNumber();
      for (int skipped = 0; skipped < local; skipped++) {
        readNumber();
      }
      return (int) readNumber();
    }

    private long readSigned() {
      long number = readNumber();
      return (number >>> 1) ^ -(number & 1);
    }

    private long readNumber() {
      byte next = bytes.get(position++);
      long number = next & 0x7f;
      for (int shift = 7; next < 0; shift += 7) {
        next = bytes.get(position++);
        number |= (long) (next & 0x7f) << shift;
      }
      return number;
    }
  }
}
