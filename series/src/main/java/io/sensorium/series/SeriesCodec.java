package io.sensorium.series;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.Series;

/** A block of a series as bytes, with a summary that can be read without reading the rows. */
public final class SeriesCodec {

  /** No block has more rows; blocks are meant to be much shorter. */
  public static final int MAX_ROWS = 1 << 16;

  private SeriesCodec() {}

  /** Encodes the rows from {@code from} on, up to but not {@code to}; at least one. */
  public static byte[] encode(Series rows, int from, int to) {
    int count = to - from;
    if (count < 1 || count > MAX_ROWS) {
      throw new IllegalArgumentException("no block has so many rows: " + count);
    }
    var times = new long[count];
    var values = new double[count];
    var types = new byte[count];
    var seqs = new long[count];
    long first = rows.timeMicros(from);
    for (int i = 0; i < count; i++) {
      times[i] = rows.timeMicros(from + i) - first;
      values[i] = rows.value(from + i);
      types[i] = (byte) rows.typeCode(from + i);
      seqs[i] = rows.seq(from + i) - first;
    }
    var out =
        Frame.start(Frame.Format.SERIES, 64 + 3 * count).writeVarint(count).writeSigned(first);
    SeriesSummary.of(rows, from, to).write(out, first);
    TimeColumn.write(out, times, count);
    TypeColumn.write(out, types, count);
    ValueColumn.write(out, values, count);
    SeqColumn.write(out, seqs, times, count);
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static Series decode(byte[] bytes) {
    var in = Frame.open(Frame.Format.SERIES, bytes);
    int count = in.readCount(MAX_ROWS);
    long first = in.readSigned();
    SeriesSummary.read(in, first);
    var times = new long[count];
    var types = new byte[count];
    var values = new double[count];
    var seqs = new long[count];
    TimeColumn.read(in, times, count);
    TypeColumn.read(in, types, count);
    ValueColumn.read(in, values, count);
    SeqColumn.read(in, seqs, times, count);
    return series(first, times, values, types, seqs);
  }

  /** Dates and values alone, which takes half the time. */
  public static SeriesValues values(byte[] bytes) {
    var in = Frame.open(Frame.Format.SERIES, bytes);
    int count = in.readCount(MAX_ROWS);
    long first = in.readSigned();
    SeriesSummary.read(in, first);
    var times = new long[count];
    var types = new byte[count];
    TimeColumn.read(in, times, count, first);
    TypeColumn.read(in, types, count);
    return TypeColumn.contains(types, MeasurementType.BLANK.code())
        ? SeriesValues.of(times, blanked(values(in, count), types))
        : values(in, times);
  }

  private static SeriesValues values(ByteReader in, long[] times) {
    var scaled = new long[times.length];
    int power = ValueColumn.readScaled(in, scaled, times.length);
    return power < 0
        ? SeriesValues.of(times, values(in, times.length))
        : SeriesValues.ofScaled(times, scaled, power);
  }

  private static double[] values(ByteReader in, int count) {
    var values = new double[count];
    ValueColumn.read(in, values, count);
    return values;
  }

  private static double[] blanked(double[] values, byte[] types) {
    for (int i = 0; i < values.length; i++) {
      values[i] = types[i] == MeasurementType.BLANK.code() ? Double.NaN : values[i];
    }
    return values;
  }

  /** What the rows' values have in common. */
  public static SeriesSummary summary(byte[] bytes) {
    var in = Frame.open(Frame.Format.SERIES, bytes);
    in.readCount(MAX_ROWS);
    return SeriesSummary.read(in, in.readSigned());
  }

  /** What is left of a block when its rows go: its summary, still as bytes. */
  public static byte[] withoutRows(byte[] bytes) {
    var in = Frame.open(Frame.Format.SERIES, bytes);
    in.readCount(MAX_ROWS);
    long first = in.readSigned();
    var out = Frame.start(Frame.Format.SERIES_SUMMARY, 64).writeSigned(first);
    SeriesSummary.read(in, first).write(out, first);
    return Frame.seal(out);
  }

  /** Reads what {@link #withoutRows} left. */
  public static SeriesSummary remainingSummary(byte[] bytes) {
    var in = Frame.open(Frame.Format.SERIES_SUMMARY, bytes);
    return SeriesSummary.read(in, in.readSigned());
  }

  /** Whether the bytes are as they were written, and the summary tells what the rows hold. */
  public static boolean isIntact(byte[] bytes) {
    try {
      var rows = decode(bytes);
      return SeriesSummary.of(rows, 0, rows.size()).isLike(summary(bytes));
    } catch (DamagedBytesException e) {
      return false;
    }
  }

  private static Series series(
      long first, long[] times, double[] values, byte[] types, long[] seqs) {
    var series = Series.builder(times.length);
    try {
      for (int i = 0; i < times.length; i++) {
        double value = types[i] == MeasurementType.BLANK.code() ? Double.NaN : values[i];
        series.add(first + times[i], value, types[i], first + seqs[i]);
      }
    } catch (IllegalArgumentException e) {
      throw new DamagedBytesException("no series: " + e.getMessage());
    }
    return series.build();
  }
}
