package io.sensorium.atlas.area;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the areas that hold a point in the bytes that {@link IndexWriter} wrote, without unpacking
 * them.
 *
 * <p>Safe for use by many threads; keeps nothing but the names of the areas.
 */
public final class AreaIndex {
  /*
   * A quadtree leads to the cell of the point. A cell without borders that lies in one area or none is its
   * number. Any other is read through once: its areas, those of its corner, and every edge, of which the ones that cross the
   * CornerPath to the point flip their areas. That is about a microsecond, so cells are not cached.
   */

  /** Begins every index; changes with its format. */
  static final int MAGIC = 0x535A4931;

  private static final int ROW_BYTES = 16;

  private final ByteBuffer bytes;
  private final List<String> names;
  private final int rowsAt;
  private final int cellsAt;

  /** Reads the bytes where they lie; they must not change as long as this is in use. */
  public AreaIndex(ByteBuffer bytes) {
    this.bytes = bytes;
    if (bytes.getInt(0) != MAGIC) {
      throw new IllegalArgumentException("not an index of areas");
    }
    int position = 8;
    var found = new ArrayList<String>();
    for (int number = bytes.getInt(4); number > 0; number--) {
      var name = new byte[bytes.getShort(position)];
      bytes.get(position + 2, name);
      found.add(new String(name, StandardCharsets.US_ASCII));
      position += 2 + name.length;
    }
    this.names = List.copyOf(found);
    this.rowsAt = position + 4;
    this.cellsAt = rowsAt + ROW_BYTES * bytes.getInt(position);
  }

  static int uniform(int area) {
    return ~((area + 1) << 1);
  }

  static int mixed(int cellPosition) {
    return ~(cellPosition << 1 | 1);
  }

  /** The names of the areas, by their numbers; empty when they were written without. */
  public List<String> names() {
    return names;
  }

  /** The least number of an area that holds the point, or -1 if there is none. */
  public int areaAt(double latitudeDeg, double longitudeDeg) {
    return find(latitudeDeg, longitudeDeg).first();
  }

  /** The numbers of all areas that hold the point, ascending. */
  public int[] areasAt(double latitudeDeg, double longitudeDeg) {
    return find(latitudeDeg, longitudeDeg).all();
  }

  /**
   * The least number of an area that holds the point, and how far from it the same is true.
   *
   * @param area its number, or -1 if there is none
   * @param clearDeg every point whose latitude and longitude differ by no more lies in the same
   *     areas; what is not known counts as near
   */
  public record Around(int area, double clearDeg) {}

  /** The same as {@link #areaAt}, for who asks for many points that lie close together. */
  public Around around(double latitudeDeg, double longitudeDeg) {
    long x = Lattice.xOf(longitudeDeg);
    long y = Lattice.yOf(latitudeDeg);
    var leaf = leaf(x, y);
    var path = new CornerPath(leaf.west, leaf.south, x, y);
    var cell = leaf.isUniform() ? null : new Cell(cellsAt + leaf.cell()).readAround(path);
    long clear = cell == null ? leaf.clear(x, y) : Math.min(leaf.clear(x, y), cell.clear);
    int area = cell == null ? leaf.area() : cell.first();
    return new Around(area, Lattice.degrees(clear));
  }

  private Found find(double latitudeDeg, double longitudeDeg) {
    long x = Lattice.xOf(longitudeDeg);
    long y = Lattice.yOf(latitudeDeg);
    var leaf = leaf(x, y);
    return leaf.isUniform()
        ? new Uniform(leaf.area())
        : new Cell(cellsAt + leaf.cell()).read(new CornerPath(leaf.west, leaf.south, x, y));
  }

  private Leaf leaf(long x, long y) {
    long west = Lattice.ROOT_EDGE;
    long south = Lattice.ROOT_EDGE;
    int child = bytes.getInt(rowsAt);
    int bits = Lattice.ROOT_BITS;
    while (child >= 0) {
      long half = 1L << --bits;
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
    return new Leaf(~child, west, south, 1L << bits);
  }

  /** A square of the quadtree that is not split. */
  private record Leaf(int content, long west, long south, long size) {

    boolean isUniform() {
      return (content & 1) == 0;
    }

    int area() {
      return (content >> 1) - 1;
    }

    int cell() {
      return content >> 1;
    }

    /** The steps from a point in it to its nearest edge. */
    long clear(long x, long y) {
      long toWestOrSouth = Math.min(x - west, y - south);
      return Math.min(toWestOrSouth, size - Math.max(x - west, y - south));
    }
  }

  /** The areas that hold a point. */
  private sealed interface Found {

    int first();

    int[] all();
  }

  private record Uniform(int first) implements Found {

    @Override
    public int[] all() {
      return first < 0 ? new int[0] : new int[] {first};
    }
  }

  /** Reads one cell from its begin to its end. */
  private final class Cell implements Found {

    private final int areasAt;
    private int position;
    private long inside;
    private boolean measures;
    private long clear = Long.MAX_VALUE; // steps from the point to the nearest edge, or less

    Cell(int position) {
      this.areasAt = position;
      this.position = position;
    }

    /** The same, and measures how far the edges are. */
    Cell readAround(CornerPath path) {
      measures = true;
      return read(path);
    }

    Cell read(CornerPath path) {
      skipAreas();
      inside = readNumber();
      int shiftX = (int) readNumber();
      int shiftY = (int) readNumber();
      for (long chains = readNumber(); chains > 0; chains--) {
        long chainAreas = readNumber();
        if (crossesChain(path, shiftX, shiftY)) {
          inside ^= chainAreas;
        }
      }
      return this;
    }

    @Override
    public int first() {
      return inside == 0 ? -1 : areaNumber(Long.numberOfTrailingZeros(inside));
    }

    @Override
    public int[] all() {
      var areas = new int[Long.bitCount(inside)];
      long rest = inside;
      for (int i = 0; i < areas.length; i++) {
        areas[i] = areaNumber(Long.numberOfTrailingZeros(rest));
        rest &= rest - 1;
      }
      return areas;
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
        if (measures) {
          clear =
              Math.min(
                  clear, path.clearOf(x << shiftX, y << shiftY, nextX << shiftX, nextY << shiftY));
        }
        x = nextX;
        y = nextY;
      }
      return crosses;
    }

    private void skipAreas() {
      for (long areas = readNumber(); areas > 0; areas--) {
        readNumber();
      }
    }

    private int areaNumber(int local) {
      position = areasAt;
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
