package io.sensorium.store.sql;

import org.jspecify.annotations.Nullable;

/**
 * A block as it will be written.
 *
 * @param replaces the row it takes the place of; null when it is a new row
 */
record DraftBlock<T>(
    @Nullable BlockHeader replaces,
    long firstMicros,
    long lastMicros,
    long reachMicros,
    int weight,
    T items) {

  static <T> DraftBlock<T> of(ItemStream<T> stream, @Nullable BlockHeader replaces, T items) {
    int size = stream.size(items);
    long reachMicros = Long.MIN_VALUE;
    int weight = 0;
    for (int i = 0; i < size; i++) {
      reachMicros = Math.max(reachMicros, stream.reachMicros(items, i));
      weight += stream.weight(items, i);
    }
    return new DraftBlock<>(
        replaces,
        stream.timeMicros(items, 0),
        stream.timeMicros(items, size - 1),
        reachMicros,
        weight,
        items);
  }
}
