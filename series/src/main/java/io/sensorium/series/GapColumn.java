package io.sensorium.series;

import java.util.Arrays;
import java.util.BitSet;

/** Codes a column of numbers some of which are absent. */
final class GapColumn {

  private static final int ALL_ABSENT = 0;
  private static final int ALL_PRESENT = 1;
  private static final int SOME_PRESENT = 2;

  private GapColumn() {}

  /** Writes the numbers; those that equal {@code absent} are absent. */
  static void write(ByteWriter out, long[] values, int count, long absent) {
    var present = new long[count];
    int presentCount = 0;
    for (int i = 0; i < count; i++) {
      if (values[i] != absent) {
        present[presentCount++] = values[i];
      }
    }
    if (presentCount == 0) {
      out.writeByte(ALL_ABSENT);
    } else if (presentCount == count) {
      out.writeByte(ALL_PRESENT);
    } else {
      out.writeByte(SOME_PRESENT).writeVarint(presentCount);
      out.writeBytes(Arrays.copyOf(bitmap(values, count, absent), (count + 7) / 8));
    }
    LongColumn.write(out, present, presentCount);
  }

  static void read(ByteReader in, long[] values, int count, long absent) {
    int head = in.readByte();
    switch (head) {
      case ALL_ABSENT -> Arrays.fill(values, 0, count, absent);
      case ALL_PRESENT -> LongColumn.read(in, values, count);
      case SOME_PRESENT -> readSome(in, values, count, absent);
      default -> throw new DamagedBytesException("no such column: " + head);
    }
  }

  private static void readSome(ByteReader in, long[] values, int count, long absent) {
    int presentCount = in.readCount(count);
    var where = BitSet.valueOf(in.readBytes((count + 7) / 8));
    if (where.cardinality() != presentCount || where.length() > count) {
      throw new DamagedBytesException("absent values do not add up");
    }
    var present = new long[presentCount];
    LongColumn.read(in, present, presentCount);
    int next = 0;
    for (int i = 0; i < count; i++) {
      values[i] = where.get(i) ? present[next++] : absent;
    }
  }

  private static byte[] bitmap(long[] values, int count, long absent) {
    var where = new BitSet(count);
    for (int i = 0; i < count; i++) {
      where.set(i, values[i] != absent);
    }
    return where.toByteArray();
  }
}
