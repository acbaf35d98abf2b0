package io.sensorium.core.measurement;

import java.util.Arrays;

/**
 * Collects measurements of several sources in any order, and puts them in order. Of rows with the
 * same source and date the one that was added last stays. For one thread.
 */
public final class SourceRowsBuilder {
  /*
   * A counting sort by source, which keeps the order added. The rows of a source mostly come in the
   * order of their dates, so they are sorted only where they do not; and nothing is sorted when all
   * rows come in order, as those of the log do.
   */

  private final SourcePlaces places = new SourcePlaces();
  private int[] placeOfRow;
  private long[] timesMicros;
  private double[] values;
  private byte[] types;
  private int size;
  private boolean ordered = true;
  private long lastSourceId;

  SourceRowsBuilder(int capacity) {
    placeOfRow = new int[capacity];
    timesMicros = new long[capacity];
    values = new double[capacity];
    types = new byte[capacity];
  }

  /** Rows that were added. */
  public int size() {
    return size;
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException when the id is not positive, the date is out of {@link
   *     Series#MIN_TIME_MICROS} to {@link Series#MAX_TIME_MICROS}, or the value does not go with
   *     the type
   */
  public SourceRowsBuilder add(long sourceId, long timeMicros, double value, int typeCode) {
    Series.requireStorable(timeMicros, value, typeCode);
    int place = places.placeOf(sourceId);
    if (size == timesMicros.length) {
      grow();
    }
    ordered &=
        sourceId == lastSourceId ? timeMicros > timesMicros[size - 1] : sourceId > lastSourceId;
    lastSourceId = sourceId;
    placeOfRow[size] = place;
    timesMicros[size] = timeMicros;
    values[size] = value + 0.0; // of two zeros one is enough
    types[size] = (byte) typeCode;
    size++;
    return this;
  }

  /** Adds all rows of a source. */
  public SourceRowsBuilder addAll(long sourceId, Series rows) {
    for (int row = 0; row < rows.size(); row++) {
      add(sourceId, rows.timeMicros(row), rows.value(row), rows.typeCode(row));
    }
    return this;
  }

  /** The rows in order; the builder may be used on. */
  public SourceRows build() {
    return ordered ? inOrderAdded() : sorted();
  }

  private SourceRows inOrderAdded() {
    long[] ids = places.ids();
    var firstRows = new int[ids.length + 1];
    for (int row = 0; row < size; row++) {
      firstRows[placeOfRow[row] + 1] = row + 1;
    }
    return new SourceRows(
        ids,
        firstRows,
        Arrays.copyOf(timesMicros, size),
        Arrays.copyOf(values, size),
        Arrays.copyOf(types, size));
  }

  private SourceRows sorted() {
    int[] order = placesById();
    int[] ends = new int[order.length];
    int[] sorted = sortedBySource(order, ends);
    var firstRows = new int[order.length + 1];
    int kept = 0;
    for (int rank = 0; rank < order.length; rank++) {
      firstRows[rank] = kept;
      kept = keepByDate(sorted, rank == 0 ? 0 : ends[rank - 1], ends[rank], kept);
    }
    firstRows[order.length] = kept;
    return new SourceRows(
        idsOf(order), firstRows, times(sorted, kept), values(sorted, kept), types(sorted, kept));
  }

  /** The places of the sources in the order of their ids. */
  private int[] placesById() {
    long[] ids = places.ids();
    var order = new int[ids.length];
    boolean rising = true;
    for (int i = 0; i < ids.length; i++) {
      order[i] = i;
      rising &= i == 0 || ids[i] > ids[i - 1];
    }
    if (rising) {
      return order;
    }
    long[] sortedIds = ids.clone();
    Arrays.sort(sortedIds);
    for (int rank = 0; rank < order.length; rank++) {
      order[rank] = places.placeOf(sortedIds[rank]);
    }
    return order;
  }

  private long[] idsOf(int[] order) {
    long[] ids = places.ids();
    var result = new long[order.length];
    Arrays.setAll(result, rank -> ids[order[rank]]);
    return result;
  }

  /** Row numbers, source by source; fills where each source's rows end. */
  private int[] sortedBySource(int[] order, int[] ends) {
    var next = new int[order.length];
    for (int row = 0; row < size; row++) {
      next[placeOfRow[row]]++;
    }
    int total = 0;
    for (int rank = 0; rank < order.length; rank++) {
      int count = next[order[rank]];
      next[order[rank]] = total;
      total += count;
      ends[rank] = total;
    }
    var sorted = new int[size];
    for (int row = 0; row < size; row++) {
      sorted[next[placeOfRow[row]]++] = row;
    }
    return sorted;
  }

  /** Sorts one source's row numbers and moves those that stay to {@code kept}; the new end. */
  private int keepByDate(int[] sorted, int from, int to, int kept) {
    if (!isRising(sorted, from, to)) {
      sortByDate(sorted, from, to);
    }
    int end = kept;
    for (int at = from; at < to; at++) {
      boolean replaced = at + 1 < to && timesMicros[sorted[at + 1]] == timesMicros[sorted[at]];
      if (!replaced) {
        sorted[end++] = sorted[at];
      }
    }
    return end;
  }

  private boolean isRising(int[] sorted, int from, int to) {
    for (int at = from + 1; at < to; at++) {
      if (timesMicros[sorted[at]] < timesMicros[sorted[at - 1]]) {
        return false;
      }
    }
    return true;
  }

  private void sortByDate(int[] sorted, int from, int to) {
    var boxed = new Integer[to - from];
    Arrays.setAll(boxed, i -> sorted[from + i]);
    Arrays.sort(boxed, (a, b) -> Long.compare(timesMicros[a], timesMicros[b]));
    for (int i = 0; i < boxed.length; i++) {
      sorted[from + i] = boxed[i];
    }
  }

  private long[] times(int[] sorted, int count) {
    var result = new long[count];
    for (int i = 0; i < count; i++) {
      result[i] = timesMicros[sorted[i]];
    }
    return result;
  }

  private double[] values(int[] sorted, int count) {
    var result = new double[count];
    for (int i = 0; i < count; i++) {
      result[i] = values[sorted[i]];
    }
    return result;
  }

  private byte[] types(int[] sorted, int count) {
    var result = new byte[count];
    for (int i = 0; i < count; i++) {
      result[i] = types[sorted[i]];
    }
    return result;
  }

  private void grow() {
    int capacity = Math.max(16, size + (size >> 1));
    placeOfRow = Arrays.copyOf(placeOfRow, capacity);
    timesMicros = Arrays.copyOf(timesMicros, capacity);
    values = Arrays.copyOf(values, capacity);
    types = Arrays.copyOf(types, capacity);
  }
}
