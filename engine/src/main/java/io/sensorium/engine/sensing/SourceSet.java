package io.sensorium.engine.sensing;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLongArray;

/** A set of data sources: one thread changes it, any number ask without waiting. */
final class SourceSet {
  /*
   * Open addressing over a power of two of places, at most half full; 0 is an empty place. Places
   * are only ever filled; a set that grows, or loses a source, is a new table.
   */

  private static final int FIRST_CAPACITY = 64;

  private volatile AtomicLongArray table = new AtomicLongArray(FIRST_CAPACITY);
  private int size;

  boolean contains(long source) {
    var places = table;
    int mask = places.length() - 1;
    for (int at = place(source, mask); ; at = (at + 1) & mask) {
      long found = places.getAcquire(at);
      if (found == source || found == 0) {
        return found == source;
      }
    }
  }

  void add(long source) {
    if (contains(source)) {
      return;
    }
    if (2 * (size + 1) > table.length()) {
      table = grown(table);
    }
    put(table, source);
    size++;
  }

  /** Puts other sources in place of all. */
  void replace(Collection<Long> sources) {
    int capacity = FIRST_CAPACITY;
    while (capacity < 4L * sources.size()) {
      capacity *= 2;
    }
    var places = new AtomicLongArray(capacity);
    sources.forEach(source -> put(places, source));
    size = sources.size();
    table = places;
  }

  private static AtomicLongArray grown(AtomicLongArray old) {
    var places = new AtomicLongArray(2 * old.length());
    for (int i = 0; i < old.length(); i++) {
      long source = old.get(i);
      if (source != 0) {
        put(places, source);
      }
    }
    return places;
  }

  private static void put(AtomicLongArray places, long source) {
    int mask = places.length() - 1;
    int at = place(source, mask);
    while (places.get(at) != 0) {
      at = (at + 1) & mask;
    }
    places.setRelease(at, source);
  }

  private static int place(long source, int mask) {
    long mixed = source * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & mask;
  }
}
