package io.sensorium.store.sql;

/**
 * A block as it will be written.
 *
 * @param replacesId the row it takes the place of; {@link #NEW} when it is a new row
 */
record DraftBlock<T>(
    long replacesId, long firstMicros, long lastMicros, long reachMicros, int weight, T items) {

  static final long NEW = 0;

  static <T> DraftBlock<T> of(ItemStream<T> stream, long replacesId, T items) {
    int size = stream.size(items);
    long reachMicros = Long.MIN_VALUE;
    int weight = 0;
    for (int i = 0; i < size; i++) {
      reachMicros = Math.max(reachMicros, stream.reachMicros(items, i));
      weight += stream.weight(items, i);
    }
    return new DraftBlock<>(
        replacesId,
        stream.timeMicros(items, 0),
        stream.timeMicros(items, size - 1),
        reachMicros,
        weight,
        items);
  }
}
