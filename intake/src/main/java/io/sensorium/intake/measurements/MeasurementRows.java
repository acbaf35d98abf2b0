package io.sensorium.intake.measurements;

import io.sensorium.core.measurement.MeasurementType;
import java.util.Arrays;
import java.util.List;

/**
 * Rows as a codec reads them, in columns, with those that it could not read. Whether dates and
 * values have sense, and which sources there are, is not looked at here. For one thread.
 */
public final class MeasurementRows {

  private NamedSource[] sources;
  private long[] timesMicros;
  private double[] values;
  private byte[] typeCodes;
  private int[] indexes;
  private int size;
  private final Rejections rejections = new Rejections();

  public MeasurementRows(int capacity) {
    sources = new NamedSource[capacity];
    timesMicros = new long[capacity];
    values = new double[capacity];
    typeCodes = new byte[capacity];
    indexes = new int[capacity];
  }

  /**
   * Adds a row that was measured at its interval.
   *
   * @param index the row's place in what was sent, by which a rejection names it
   */
  public void add(int index, NamedSource source, long timeMicros, double value) {
    add(index, source, timeMicros, value, MeasurementType.REGULAR);
  }

  public void add(
      int index, NamedSource source, long timeMicros, double value, MeasurementType type) {
    if (size == sources.length) {
      grow();
    }
    sources[size] = source;
    timesMicros[size] = timeMicros;
    values[size] = value;
    typeCodes[size] = (byte) type.code();
    indexes[size] = index;
    size++;
  }

  /** Notes a row that cannot be read. */
  public void reject(int index, String reason) {
    rejections.add(index, reason);
  }

  /** Whether the next rejection will be named; later ones are only counted. */
  public boolean namesRejections() {
    return rejections.count() < MeasurementReceipt.MAX_REJECTIONS;
  }

  /** Rows that were added. */
  public int size() {
    return size;
  }

  public NamedSource source(int row) {
    return sources[row];
  }

  public long timeMicros(int row) {
    return timesMicros[row];
  }

  public double value(int row) {
    return values[row];
  }

  /** The code of a {@link MeasurementType}. */
  public int typeCode(int row) {
    return typeCodes[row];
  }

  public int index(int row) {
    return indexes[row];
  }

  /** The first rows that were rejected, in the order sent. */
  public List<RejectedRow> rejected() {
    return rejections.named();
  }

  /** How many rows were rejected. */
  public int rejectedCount() {
    return rejections.count();
  }

  private void grow() {
    int capacity = Math.max(16, size + (size >> 1));
    sources = Arrays.copyOf(sources, capacity);
    timesMicros = Arrays.copyOf(timesMicros, capacity);
    values = Arrays.copyOf(values, capacity);
    typeCodes = Arrays.copyOf(typeCodes, capacity);
    indexes = Arrays.copyOf(indexes, capacity);
  }
}
