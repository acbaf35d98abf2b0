package io.sensorium.atlas.points;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Collects points with their records, and writes them sorted by squares; all is in memory. */
public final class PointIndexWriter {

  private final int cellsPerDegree;
  private final ByteArrayOutputStream records = new ByteArrayOutputStream();
  private int[] latitudeE7 = new int[1024];
  private int[] longitudeE7 = new int[1024];
  private int[] recordAt = new int[1024];
  private int size;

  /**
   * @param cellsPerDegree how fine the squares are; at best some dozen points lie in one
   */
  public PointIndexWriter(int cellsPerDegree) {
    this.cellsPerDegree = cellsPerDegree;
  }

  /** Adds a point; its record is read from where {@link PointIndex.Visitor} says. */
  public void add(int pointLatitudeE7, int pointLongitudeE7, byte[] record) {
    if (size == recordAt.length) {
      latitudeE7 = Arrays.copyOf(latitudeE7, 2 * size);
      longitudeE7 = Arrays.copyOf(longitudeE7, 2 * size);
      recordAt = Arrays.copyOf(recordAt, 2 * size);
    }
    latitudeE7[size] = pointLatitudeE7;
    longitudeE7[size] = pointLongitudeE7;
    recordAt[size++] = records.size();
    records.writeBytes(record);
  }

  /** How many points were added. */
  public int size() {
    return size;
  }

  /** How many bytes {@link #write} will write. */
  public long length() {
    return PointIndex.HEADER_BYTES
        + 8L * countCells(sorted())
        + (long) PointIndex.POINT_BYTES * size
        + records.size();
  }

  /** Writes the index; leaves the stream open. */
  public void write(OutputStream to) throws IOException {
    int[] order = sorted();
    var out = new DataOutputStream(to);
    out.writeInt(PointIndex.MAGIC);
    out.writeInt(cellsPerDegree);
    out.writeInt(countCells(order));
    out.writeInt(size);
    int last = -1;
    for (int i = 0; i < size; i++) {
      int cell = cell(order[i]);
      if (cell != last) {
        out.writeInt(cell);
        out.writeInt(i);
        last = cell;
      }
    }
    for (int point : order) {
      out.writeInt(latitudeE7[point]);
      out.writeInt(longitudeE7[point]);
      out.writeInt(recordAt[point]);
    }
    records.writeTo(out);
    out.flush();
  }

  private int[] sorted() {
    long[] keys = IntStream.range(0, size).mapToLong(n -> (long) cell(n) << 32 | n).toArray();
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private int cell(int point) {
    return PointIndex.cell(
        PointIndex.row(latitudeE7[point] * 1e-7, cellsPerDegree),
        PointIndex.column(longitudeE7[point] * 1e-7, cellsPerDegree),
        cellsPerDegree);
  }

  private int countCells(int[] order) {
    int count = 0;
    int last = -1;
    for (int point : order) {
      int cell = cell(point);
      count += cell == last ? 0 : 1;
      last = cell;
    }
    return count;
  }
}
