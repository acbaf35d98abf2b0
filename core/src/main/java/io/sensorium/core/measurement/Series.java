package io.sensorium.core.measurement;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Measurements of one data source in columns, in the order of their dates; no two have the same
 * date. Immutable.
 */
public final class Series {

  /** No date lies before, in the year 314 before Christ: differences of dates stay small longs. */
  public static final long MIN_TIME_MICROS = -(1L << 56);

  /** No date lies behind, in the year 4253. */
  public static final long MAX_TIME_MICROS = 1L << 56;

  public static final Series EMPTY =
      new Series(new long[0], new double[0], new byte[0], new long[0], 0);

  private final long[] timesMicros;
  private final double[] values;
  private final byte[] types;
  private final long[] seqs;
  private final int size;

  private Series(long[] timesMicros, double[] values, byte[] types, long[] seqs, int size) {
    this.timesMicros = timesMicros;
    this.values = values;
    this.types = types;
    this.seqs = seqs;
    this.size = size;
  }

  public static Builder builder(int capacity) {
    return new Builder(capacity);
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** When it was measured, in microseconds since 1970. */
  public long timeMicros(int index) {
    return timesMicros[checked(index)];
  }

  /** In the source's unit; NaN where the type is {@link MeasurementType#BLANK}. */
  public double value(int index) {
    return values[checked(index)];
  }

  /** The code of a {@link MeasurementType}. */
  public int typeCode(int index) {
    return types[checked(index)];
  }

  /** The number that the row got when it was stored; 0 before that. */
  public long seq(int index) {
    return seqs[checked(index)];
  }

  /** The first index whose time is not before {@code timeMicros}; the size when there is none. */
  public int indexFrom(long timeMicros) {
    int found = Arrays.binarySearch(timesMicros, 0, size, timeMicros);
    return found >= 0 ? found : -found - 1;
  }

  /** Throws when such a row cannot be stored. */
  static void requireStorable(long timeMicros, double value, int typeCode) {
    if (timeMicros < MIN_TIME_MICROS || timeMicros > MAX_TIME_MICROS) {
      throw new IllegalArgumentException("no such date: " + timeMicros);
    }
    boolean blank = typeCode == MeasurementType.BLANK.code();
    if (blank ? !Double.isNaN(value) : !Double.isFinite(value)) {
      throw new IllegalArgumentException("type " + typeCode + " cannot have the value " + value);
    }
    if (typeCode < 0 || typeCode > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("no such type: " + typeCode);
    }
  }

  private int checked(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return index;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Series that
        && Arrays.equals(timesMicros, 0, size, that.timesMicros, 0, that.size)
        && Arrays.equals(values, 0, size, that.values, 0, that.size)
        && Arrays.equals(types, 0, size, that.types, 0, that.size)
        && Arrays.equals(seqs, 0, size, that.seqs, 0, that.size);
  }

  @Override
  public int hashCode() {
    return size == 0 ? 0 : 31 * size + Long.hashCode(timesMicros[0] ^ timesMicros[size - 1]);
  }

  @Override
  public String toString() {
    return "Series[" + size + " measurements]";
  }

  /** Collects rows in the order of their dates; for one thread. */
  public static final class Builder {

    private long[] timesMicros;
    private double[] values;
    private byte[] types;
    private long[] seqs;
    private int size;

    private Builder(int capacity) {
      timesMicros = new long[capacity];
      values = new double[capacity];
      types = new byte[capacity];
      seqs = new long[capacity];
    }

    public int size() {
      return size;
    }

    /**
     * Adds a row after the others.
     *
     * @throws IllegalArgumentException when its date is not after the last one's or out of range,
     *     or its value is not finite, other than NaN of a blank
     */
    public Builder add(long timeMicros, double value, int typeCode, long seq) {
      if (size > 0 && timeMicros <= timesMicros[size - 1]) {
        throw new IllegalArgumentException("not in the order of time: " + timeMicros);
      }
      requireStorable(timeMicros, value, typeCode);
      ensureRoom();
      timesMicros[size] = timeMicros;
      values[size] = value + 0.0; // of two zeros one is enough
      types[size] = (byte) typeCode;
      seqs[size] = seq;
      size++;
      return this;
    }

    /** The rows; the builder must not be used after that. */
    public Series build() {
      return size == 0 ? EMPTY : new Series(timesMicros, values, types, seqs, size);
    }

    private void ensureRoom() {
      if (size == timesMicros.length) {
        int capacity = Math.max(8, size + (size >> 1));
        timesMicros = Arrays.copyOf(timesMicros, capacity);
        values = Arrays.copyOf(values, capacity);
        types = Arrays.copyOf(types, capacity);
        seqs = Arrays.copyOf(seqs, capacity);
      }
    }
  }
}
