package io.sensorium.store.sql.sensing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Where something was found last, by its id: of a source its sensor, of a sensor its gateway. A
 * hint may be old; whoever follows it looks whether it holds. Safe for use by many threads.
 */
final class IdHints {
  /*
   * Ids are drawn one after another, so that pages of an array are full: 8 bytes an id, where a map
   * would take 50.
   */

  private static final int PAGE_BITS = 9;
  private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

  private final Map<Long, AtomicLongArray> pages = new ConcurrentHashMap<>();

  /** 0 when nothing is known. */
  long get(long id) {
    var page = pages.get(id >> PAGE_BITS);
    return page == null ? 0 : page.get((int) id & PAGE_MASK);
  }

  void put(long id, long place) {
    pages
        .computeIfAbsent(id >> PAGE_BITS, _ -> new AtomicLongArray(1 << PAGE_BITS))
        .set((int) id & PAGE_MASK, place);
  }
}
