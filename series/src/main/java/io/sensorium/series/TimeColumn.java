package io.sensorium.series;

/** Codes dates that rise, most of them about as far apart as their source's interval. */
final class TimeColumn {
  /*
   * Clocks tick in milliseconds or seconds: distances are divided by their greatest common divisor. A
   * source that is read out on time, and reports a little late or early, lies around a grid, and each
   * date's distance from the grid is a single jitter, while the difference of two dates has two. So
   * the dates are also tried as a grid line (least squares), the number of each date's grid point,
   * and the distance from it, all in integers once the line is rounded. Where dates are regular, the
   * way with the lesser deviation is taken; where not, both are tried.
   */

  private static final int STEPS = 0;
  private static final int GRID = 1;
  private static final int FEWEST_OF_GRID = 8;

  private TimeColumn() {}

  /** Writes dates each of which is later than the one before. */
  static void write(ByteWriter out, long[] times, int count) {
    if (count == 0) {
      return;
    }
    out.writeSigned(times[0]);
    var distances = new long[count];
    for (int i = 0; i < count; i++) {
      distances[i] = times[i] - times[0];
    }
    long divisor = Math.max(1, CommonDivisor.of(distances, count));
    out.writeVarint(divisor);
    if (divisor != 1) {
      for (int i = 0; i < count; i++) {
        distances[i] /= divisor;
      }
    }
    boolean mayLieOnGrid = count >= FEWEST_OF_GRID && distances[count - 1] <= ClockGrid.MAX_SPAN;
    if (mayLieOnGrid) {
      writeShorter(out, distances, ClockGrid.fit(distances, count));
    } else {
      writeSteps(out, distances);
    }
  }

  static void read(ByteReader in, long[] times, int count) {
    read(in, times, count, 0);
  }

  /** Reads dates that were written without an offset. */
  static void read(ByteReader in, long[] times, int count, long offset) {
    if (count == 0) {
      return;
    }
    long first = offset + in.readSigned();
    long divisor = in.readVarint();
    int way = in.readByte();
    switch (way) {
      case STEPS -> readSteps(in, times, count, divisor, first);
      case GRID -> ClockGrid.read(in, times, count, divisor, first);
      default -> throw new DamagedBytesException("no such code of dates: " + way);
    }
  }

  private static void readSteps(ByteReader in, long[] times, int count, long factor, long offset) {
    FittedColumn.read(in, times, count);
    for (int i = 0; i < count; i++) {
      times[i] = offset + times[i] * factor;
    }
  }

  private static void writeShorter(ByteWriter out, long[] distances, ClockGrid grid) {
    if (!grid.isRegular()) {
      var steps = new ByteWriter(2 * distances.length);
      writeSteps(steps, distances);
      var onGrid = new ByteWriter(2 * distances.length);
      writeGrid(onGrid, grid);
      out.writeBytes((onGrid.size() < steps.size() ? onGrid : steps).toBytes());
    } else if (grid.deviation() < deviationOfSteps(distances)) {
      writeGrid(out, grid);
    } else {
      writeSteps(out, distances);
    }
  }

  private static double deviationOfSteps(long[] distances) {
    var steps = new long[distances.length];
    for (int i = 1; i < distances.length; i++) {
      steps[i] = distances[i] - distances[i - 1];
    }
    return ClockGrid.deviation(steps, 1);
  }

  private static void writeSteps(ByteWriter out, long[] distances) {
    FittedColumn.write(out.writeByte(STEPS), distances, distances.length);
  }

  private static void writeGrid(ByteWriter out, ClockGrid grid) {
    grid.write(out.writeByte(GRID));
  }
}
