package io.sensorium.series;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Activity samples as bytes. Times have microseconds. */
public final class ActivityCodec {

  private static final ActivityType[] TYPES = ActivityType.values();

  private ActivityCodec() {}

  public static byte[] encode(List<ActivitySample> samples) {
    var out = Frame.start(Frame.Format.ACTIVITY, 64 + 4 * samples.size());
    write(out, samples);
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static List<ActivitySample> decode(byte[] bytes) {
    return read(Frame.open(Frame.Format.ACTIVITY, bytes));
  }

  static void write(ByteWriter out, List<ActivitySample> samples) {
    int size = samples.size();
    out.writeVarint(size);
    if (size == 0) {
      return;
    }
    var column = new long[size];
    Arrays.setAll(column, row -> Micros.of(samples.get(row).time()));
    LongColumn.write(out, column, size);
    Arrays.setAll(column, row -> samples.get(row).type().ordinal());
    LongColumn.write(out, column, size);
    var confidence = new double[size];
    Arrays.setAll(confidence, row -> samples.get(row).confidenceRatio());
    RealColumn.write(out, confidence, size);
  }

  static List<ActivitySample> read(ByteReader in) {
    int size = in.readCount(Frame.MAX_ITEMS);
    if (size == 0) {
      return List.of();
    }
    var time = new long[size];
    var type = new long[size];
    var confidence = new double[size];
    LongColumn.read(in, time, size);
    LongColumn.read(in, type, size);
    RealColumn.read(in, confidence, size);
    var samples = new ArrayList<ActivitySample>(size);
    for (int row = 0; row < size; row++) {
      samples.add(
          new ActivitySample(Micros.toInstant(time[row]), type(type[row]), confidence[row]));
    }
    return samples;
  }

  private static ActivityType type(long number) {
    if (number < 0 || number >= TYPES.length) {
      throw new DamagedBytesException("no such activity: " + number);
    }
    return TYPES[(int) number];
  }
}
