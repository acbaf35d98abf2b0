package io.sensorium.series;

import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Step counts as bytes. Times have microseconds. */
public final class StepsCodec {

  private StepsCodec() {}

  public static byte[] encode(List<StepCount> steps) {
    var out = Frame.start(Frame.Format.STEPS, 64 + 6 * steps.size());
    write(out, steps);
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static List<StepCount> decode(byte[] bytes) {
    return read(Frame.open(Frame.Format.STEPS, bytes));
  }

  static void write(ByteWriter out, List<StepCount> steps) {
    int size = steps.size();
    out.writeVarint(size);
    var column = new long[size];
    Arrays.setAll(column, row -> Micros.of(steps.get(row).start()));
    LongColumn.write(out, column, size);
    Arrays.setAll(
        column, row -> Micros.of(steps.get(row).end()) - Micros.of(steps.get(row).start()));
    LongColumn.write(out, column, size);
    Arrays.setAll(column, row -> steps.get(row).count());
    LongColumn.write(out, column, size);
  }

  static List<StepCount> read(ByteReader in) {
    int size = in.readCount(Frame.MAX_ITEMS);
    var start = new long[size];
    var length = new long[size];
    var count = new long[size];
    LongColumn.read(in, start, size);
    LongColumn.read(in, length, size);
    LongColumn.read(in, count, size);
    var steps = new ArrayList<StepCount>(size);
    for (int row = 0; row < size; row++) {
      steps.add(
          new StepCount(
              Micros.toInstant(start[row]),
              Micros.toInstant(start[row] + length[row]),
              (int) count[row]));
    }
    return steps;
  }
}
