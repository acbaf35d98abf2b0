package io.sensorium.series;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.SourceRows;
import io.sensorium.core.measurement.SourceRowsBuilder;

/** Rows of many sources as bytes: quick to write, and of moderate size. */
public final class SourceRowsCodec {
  /*
   * For each source its id as the distance from the one before, then its rows: dates as steps in
   * units that divide all dates of the batch, values as steps of scaled decimals, types only where
   * one is not the usual one.
   */

  private static final int POWER_MASK = 15;
  private static final int RAW = 15;
  private static final int WITH_TYPES = 16;
  private static final int USUAL_TYPE = MeasurementType.REGULAR.code();
  private static final long[] UNITS = {1_000_000, 1_000, 1};

  private SourceRowsCodec() {}

  public static byte[] encode(SourceRows rows) {
    var out = Frame.start(Frame.Format.SOURCE_ROWS, 64 + 8 * rows.size() + 8 * rows.sourceCount());
    long unit = unit(rows);
    out.writeVarint(rows.sourceCount()).writeVarint(rows.size()).writeVarint(unit);
    long idBefore = 0;
    long timeBefore = 0;
    for (int source = 0; source < rows.sourceCount(); source++) {
      int first = rows.firstRow(source);
      int end = rows.endRow(source);
      out.writeVarint(rows.sourceId(source) - idBefore).writeVarint(end - first);
      long base = timeBefore;
      for (int row = first; row < end; row++) {
        long time = rows.timeMicros(row) / unit;
        out.writeSigned(time - base);
        base = time;
      }
      writeValues(out, rows, first, end);
      idBefore = rows.sourceId(source);
      timeBefore = rows.timeMicros(first) / unit;
    }
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static SourceRows decode(byte[] bytes) {
    var in = Frame.open(Frame.Format.SOURCE_ROWS, bytes);
    int sources = in.readCount(in.remaining());
    int size = in.readCount(in.remaining());
    long unit = in.readVarint();
    var rows = SourceRows.builder(size);
    long id = 0;
    long timeBefore = 0;
    try {
      for (int source = 0; source < sources; source++) {
        id += in.readVarint();
        var times = new long[in.readCount(in.remaining())];
        long base = timeBefore;
        for (int i = 0; i < times.length; i++) {
          base += in.readSigned();
          times[i] = base * unit;
        }
        timeBefore = times.length == 0 ? timeBefore : times[0] / unit;
        readValues(in, rows, id, times);
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new DamagedBytesException("no rows: " + e.getMessage());
    }
    return rows.build();
  }

  /** Whether the bytes are as they were written. */
  public static boolean isIntact(byte[] bytes) {
    return Frame.isIntact(bytes);
  }

  private static long unit(SourceRows rows) {
    int unit = 0;
    for (int row = 0; row < rows.size() && UNITS[unit] > 1; row++) {
      while (rows.timeMicros(row) % UNITS[unit] != 0) {
        unit++;
      }
    }
    return UNITS[unit];
  }

  private static void writeValues(ByteWriter out, SourceRows rows, int first, int end) {
    var values = new double[end - first];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.value(first + i);
    }
    var scaled = new long[values.length];
    int power = ValueColumn.commonPower(values, scaled, values.length);
    boolean typed = isTyped(rows, first, end);
    out.writeByte((power < 0 ? RAW : power) | (typed ? WITH_TYPES : 0));
    for (int row = first; typed && row < end; row++) {
      out.writeByte(rows.typeCode(row));
    }
    if (power < 0) {
      for (double value : values) {
        out.writeReal(value);
      }
      return;
    }
    long before = 0;
    for (long value : scaled) {
      out.writeSigned(value - before);
      before = value;
    }
  }

  private static boolean isTyped(SourceRows rows, int first, int end) {
    for (int row = first; row < end; row++) {
      if (rows.typeCode(row) != USUAL_TYPE) {
        return true;
      }
    }
    return false;
  }

  private static void readValues(ByteReader in, SourceRowsBuilder rows, long id, long[] times) {
    int head = in.readByte();
    int power = head & POWER_MASK;
    if (head > (WITH_TYPES | RAW) || (power > Decimals.MAX_POWER && power != RAW)) {
      throw new DamagedBytesException("no such values: " + head);
    }
    var types = (head & WITH_TYPES) == 0 ? null : in.readBytes(times.length);
    long scaled = 0;
    for (int i = 0; i < times.length; i++) {
      int type = types == null ? USUAL_TYPE : types[i];
      double value;
      if (power == RAW) {
        value = in.readReal();
      } else {
        scaled += in.readSigned();
        value = Decimals.value(scaled, power);
      }
      rows.add(id, times[i], type == MeasurementType.BLANK.code() ? Double.NaN : value, type);
    }
  }
}
