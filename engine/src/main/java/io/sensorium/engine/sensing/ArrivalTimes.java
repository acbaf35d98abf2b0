package io.sensorium.engine.sensing;

/** When something of each data source came last, and the longest pause before. Thread safe. */
final class ArrivalTimes {
  /*
   * Open addressing over a power of two of places, at most two thirds full, 24 bytes each: it is
   * filled by every batch, and has a place for every source that there is.
   */

  private static final int FIRST_CAPACITY = 1_024;

  private long[] sources = new long[FIRST_CAPACITY]; // 0 is an empty place
  private long[] times = new long[FIRST_CAPACITY];
  private long[] gaps = new long[FIRST_CAPACITY];
  private int size;

  /** Notes an arrival; true when it is the first of that source. */
  synchronized boolean note(long source, long micros) {
    int at = placeOf(source);
    if (sources[at] == 0) {
      sources[at] = source;
      times[at] = micros;
      size++;
      growIfFull();
      return true;
    }
    gaps[at] = Math.max(gaps[at], micros - times[at]);
    times[at] = Math.max(times[at], micros);
    return false;
  }

  /** When something came last; {@code otherwise} when nothing did. */
  synchronized long find(long source, long otherwise) {
    int at = placeOf(source);
    return sources[at] == 0 ? otherwise : times[at];
  }

  /** The longest pause between two arrivals since it was asked for last. */
  synchronized long takeLongestGap(long source) {
    int at = placeOf(source);
    long gap = gaps[at];
    gaps[at] = 0;
    return gap;
  }

  private int placeOf(long source) {
    int mask = sources.length - 1;
    int at = (int) ((source * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (sources[at] != 0 && sources[at] != source) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void growIfFull() {
    if (3L * size < 2L * sources.length) {
      return;
    }
    var oldSources = sources;
    var oldTimes = times;
    var oldGaps = gaps;
    sources = new long[2 * oldSources.length];
    times = new long[sources.length];
    gaps = new long[sources.length];
    for (int i = 0; i < oldSources.length; i++) {
      if (oldSources[i] != 0) {
        int at = placeOf(oldSources[i]);
        sources[at] = oldSources[i];
        times[at] = oldTimes[i];
        gaps[at] = oldGaps[i];
      }
    }
  }
}
