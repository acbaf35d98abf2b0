package io.sensorium.store.sql.measurement;

import io.sensorium.core.measurement.Series;
import io.sensorium.core.measurement.SourceRows;
import java.util.Arrays;

/** Rows of one source in the order of their dates, three longs each. Not safe for many threads. */
final class PackedRows {
  /*
   * The third long holds the sequence number, whether the row is known to correct another one, and
   * the type. Lists of rows lie in layers: blocks, rows that are being sealed, rows that wait. Where
   * two layers have a row of the same date, resolve tells which counts, as if both had been stored one
   * after the other: the same row again changes nothing, and another value comes in its place. Within
   * a layer only the last of several values is kept, with a mark, since it must count even when the
   * layer below has the same: there was another one in between.
   */

  /** Shared, and never written to. */
  static final PackedRows NONE = new PackedRows(new long[0], 0);

  private static final int WORDS = 3;
  private static final int MIN_CAPACITY = 4;
  private static final int SEQ_BITS = 55;
  private static final long SEQ_MASK = (1L << SEQ_BITS) - 1;
  private static final long CORRECTION = 1L << SEQ_BITS;
  private static final int TYPE_SHIFT = SEQ_BITS + 1;

  private long[] words;
  private int size;

  private PackedRows(long[] words, int size) {
    this.words = words;
    this.size = size;
  }

  /** The rows of one source of a batch, numbered from {@code firstSeq} on. */
  static PackedRows of(SourceRows rows, int source, long firstSeq) {
    return of(rows, rows.firstRow(source), rows.endRow(source), firstSeq);
  }

  /** One row of a batch that is numbered from {@code firstSeq} on. */
  static PackedRows ofRow(SourceRows rows, int row, long firstSeq) {
    return of(rows, row, row + 1, firstSeq);
  }

  private static PackedRows of(SourceRows rows, int first, int end, long firstSeq) {
    var packed = new PackedRows(new long[WORDS * (end - first)], 0);
    packed.append(rows, first, end, firstSeq);
    return packed;
  }

  static PackedRows of(Series rows) {
    var packed = new PackedRows(new long[WORDS * rows.size()], 0);
    for (int row = 0; row < rows.size(); row++) {
      packed.put(rows.timeMicros(row), rows.value(row), rows.typeCode(row), rows.seq(row));
    }
    return packed;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  long timeMicros(int row) {
    return words[WORDS * row];
  }

  double value(int row) {
    return Double.longBitsToDouble(words[WORDS * row + 1]);
  }

  int typeCode(int row) {
    return (int) (words[WORDS * row + 2] >>> TYPE_SHIFT);
  }

  long seq(int row) {
    return words[WORDS * row + 2] & SEQ_MASK;
  }

  long lastTimeMicros() {
    return timeMicros(size - 1);
  }

  /** Memory that the rows take. */
  int bytes() {
    return words.length * Long.BYTES;
  }

  /** The first row that is not before the date; the size when there is none. */
  int indexFrom(long timeMicros) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timeMicros(middle) < timeMicros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A copy of some rows. */
  PackedRows copyOf(int from, int to) {
    return from >= to
        ? NONE
        : new PackedRows(Arrays.copyOfRange(words, WORDS * from, WORDS * to), to - from);
  }

  Series toSeries() {
    var series = Series.builder(size);
    for (int row = 0; row < size; row++) {
      series.add(timeMicros(row), value(row), typeCode(row), seq(row));
    }
    return series.build();
  }

  /** These rows, or a copy, with room for as many more. */
  PackedRows withRoomFor(int more) {
    int needed = WORDS * (size + more);
    return needed <= words.length ? this : new PackedRows(grown(needed), size);
  }

  /** These rows with those of a batch; either these, which grew, or others. */
  PackedRows plus(SourceRows rows, int source, long firstSeq) {
    int first = rows.firstRow(source);
    if (size > 0 && rows.timeMicros(first) <= lastTimeMicros()) {
      return merge(this, of(rows, source, firstSeq));
    }
    append(rows, first, rows.endRow(source), firstSeq);
    return this;
  }

  /** What counts of two layers; where both have a row of one date, it is marked if it corrects. */
  static PackedRows merge(PackedRows lower, PackedRows upper) {
    if (lower.isEmpty() || upper.isEmpty()) {
      return lower.isEmpty() ? upper : lower;
    }
    var merged = new PackedRows(new long[WORDS * (lower.size + upper.size)], 0);
    int low = 0;
    int up = 0;
    while (low < lower.size || up < upper.size) {
      long lowTime = low < lower.size ? lower.timeMicros(low) : Long.MAX_VALUE;
      long upTime = up < upper.size ? upper.timeMicros(up) : Long.MAX_VALUE;
      if (lowTime == upTime) {
        merged.putResolved(lower, low++, upper, up++);
      } else if (lowTime < upTime) {
        merged.putFrom(lower, low++);
      } else {
        merged.putFrom(upper, up++);
      }
    }
    return merged;
  }

  /** Whether the upper of two rows of the same date counts, and not the lower. */
  static boolean isUpperValid(PackedRows lower, int low, PackedRows upper, int up) {
    if (upper.seq(up) <= lower.seq(low)) {
      return false;
    }
    return upper.isCorrection(up)
        || upper.words[WORDS * up + 1] != lower.words[WORDS * low + 1]
        || upper.typeCode(up) != lower.typeCode(low);
  }

  private boolean isCorrection(int row) {
    return (words[WORDS * row + 2] & CORRECTION) != 0;
  }

  private void putResolved(PackedRows lower, int low, PackedRows upper, int up) {
    if (isUpperValid(lower, low, upper, up)) {
      putFrom(upper, up);
      words[WORDS * (size - 1) + 2] |= CORRECTION;
    } else {
      putFrom(lower, low);
    }
  }

  private void putFrom(PackedRows other, int row) {
    System.arraycopy(other.words, WORDS * row, words, WORDS * size, WORDS);
    size++;
  }

  private void append(SourceRows rows, int first, int end, long firstSeq) {
    int needed = WORDS * (size + end - first);
    if (needed > words.length) {
      words = grown(needed);
    }
    for (int row = first; row < end; row++) {
      put(rows.timeMicros(row), rows.value(row), rows.typeCode(row), firstSeq + row);
    }
  }

  private long[] grown(int needed) {
    int ample = Math.max(MIN_CAPACITY, size + (size >> 1));
    return Arrays.copyOf(words, Math.max(needed, WORDS * ample));
  }

  private void put(long timeMicros, double value, int typeCode, long seq) {
    int at = WORDS * size;
    words[at] = timeMicros;
    words[at + 1] = Double.doubleToLongBits(value);
    words[at + 2] = seq | (long) typeCode << TYPE_SHIFT;
    size++;
  }
}
