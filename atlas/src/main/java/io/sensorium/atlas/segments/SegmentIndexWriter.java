package io.sensorium.atlas.segments;

import io.sensorium.atlas.shape.Line;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Collects lines, cuts them at the edges of squares, and writes them; all is in memory. */
public final class SegmentIndexWriter {

  private final ByteArrayOutputStream records = new ByteArrayOutputStream();
  private int[] cells = new int[1024];
  private long[] ends = new long[1024];
  private int[] recordAt = new int[1024];
  private int size;

  /** Writes a record that lines can share; its place is for {@link #add}. */
  public int addRecord(byte[] record) {
    int position = records.size();
    records.writeBytes(record);
    return position;
  }

  /** Adds a line. */
  public void add(Line line, int record) {
    for (int i = 1; i < line.size(); i++) {
      double ax = line.longitudeE7(i - 1) * 1e-7;
      double bx = line.longitudeE7(i) * 1e-7;
      if (Math.abs(ax - bx) < 180) { // such a segment would lead around the earth
        addSegment(ax, line.latitudeE7(i - 1) * 1e-7, bx, line.latitudeE7(i) * 1e-7, record);
      }
    }
  }

  /** Adds a single position as a line of no length. */
  public void addPoint(int latitudeE7, int longitudeE7, int record) {
    double x = longitudeE7 * 1e-7;
    double y = latitudeE7 * 1e-7;
    addSegment(x, y, x, y, record);
  }

  /** How many pieces there are. */
  public int size() {
    return size;
  }

  private void addSegment(double ax, double ay, double bx, double by, int record) {
    double[] cuts = new double[2 + crossings(ax, bx) + crossings(ay, by)];
    int count = addCuts(ax, bx, cuts, 1);
    count = addCuts(ay, by, cuts, count);
    cuts[count++] = 1;
    Arrays.sort(cuts, 0, count);
    for (int i = 1; i < count; i++) {
      double from = cuts[i - 1];
      double to = cuts[i];
      if (to > from || count == 2) {
        addPiece(
            ax + from * (bx - ax),
            ay + from * (by - ay),
            ax + to * (bx - ax),
            ay + to * (by - ay),
            record);
      }
    }
  }

  private static int crossings(double a, double b) {
    return Math.abs(SegmentIndex.cellOf(a) - SegmentIndex.cellOf(b));
  }

  private static int addCuts(double a, double b, double[] cuts, int count) {
    int first = Math.min(SegmentIndex.cellOf(a), SegmentIndex.cellOf(b)) + 1;
    int next = count;
    for (int cell = first; cell < first + crossings(a, b); cell++) {
      double cut = ((double) cell / SegmentIndex.CELLS_PER_DEGREE - a) / (b - a);
      cuts[next++] = Math.clamp(cut, 0, 1);
    }
    return next;
  }

  private void addPiece(double ax, double ay, double bx, double by, int record) {
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      recordAt = Arrays.copyOf(recordAt, 2 * size);
    }
    int column = SegmentIndex.cellOf((ax + bx) / 2);
    int row = SegmentIndex.cellOf((ay + by) / 2);
    cells[size] = SegmentIndex.key(row, column);
    ends[size] =
        within(ay, row) << 48
            | within(ax, column) << 32
            | within(by, row) << 16
            | within(bx, column);
    recordAt[size++] = record;
  }

  private static long within(double deg, int cell) {
    double share = deg * SegmentIndex.CELLS_PER_DEGREE - cell;
    return Math.clamp(Math.round(share * SegmentIndex.STEPS), 0, SegmentIndex.STEPS);
  }

  /** Writes the index; leaves the stream open. */
  public void write(OutputStream to) throws IOException {
    int[] order = sorted();
    int cellCount = 0;
    for (int i = 0; i < size; i++) {
      cellCount += i == 0 || cells[order[i]] != cells[order[i - 1]] ? 1 : 0;
    }
    var out = new DataOutputStream(to);
    out.writeInt(SegmentIndex.MAGIC);
    out.writeInt(cellCount);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      if (i == 0 || cells[order[i]] != cells[order[i - 1]]) {
        out.writeInt(cells[order[i]]);
        out.writeInt(i);
      }
    }
    for (int piece : order) {
      out.writeLong(ends[piece]);
      out.writeInt(recordAt[piece]);
    }
    records.writeTo(out);
    out.flush();
  }

  private int[] sorted() {
    long[] keys = IntStream.range(0, size).mapToLong(n -> (long) cells[n] << 32 | n).toArray();
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }
}
