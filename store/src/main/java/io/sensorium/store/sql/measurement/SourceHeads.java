package io.sensorium.store.sql.measurement;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The heads of all sources by their ids. Safe for use by many threads. */
final class SourceHeads {
  /*
   * A hash table with open addressing and without keys of its own: at a million sources a map of boxed
   * numbers would take as much memory as their rows. It is read without a lock: a slot that is taken
   * stays taken, and a table that is full is copied and then replaced.
   *
   * Ids are counted up, so they are spread evenly as they are; and as sources that were made together
   * send together, their slots and heads lie together in the processor's caches.
   */

  private volatile AtomicReferenceArray<@Nullable SourceHead> slots =
      new AtomicReferenceArray<>(1_024);
  private int count;

  /** The source's head, or null when nothing is in memory of it. */
  @Nullable SourceHead find(long sourceId) {
    var table = slots;
    return table.get(slotOf(table, sourceId));
  }

  /** The source's head, a new one when there is none. */
  SourceHead obtain(long sourceId) {
    var found = find(sourceId);
    return found != null ? found : add(sourceId);
  }

  private synchronized SourceHead add(long sourceId) {
    var found = find(sourceId);
    if (found != null) {
      return found;
    }
    if (2 * (count + 1) > slots.length()) {
      grow();
    }
    var head = new SourceHead(sourceId);
    slots.set(slotOf(slots, sourceId), head);
    count++;
    return head;
  }

  private void grow() {
    var old = slots;
    var larger = new AtomicReferenceArray<@Nullable SourceHead>(2 * old.length());
    for (int slot = 0; slot < old.length(); slot++) {
      var head = old.get(slot);
      if (head != null) {
        larger.set(slotOf(larger, head.sourceId()), head);
      }
    }
    slots = larger;
  }

  private static int slotOf(AtomicReferenceArray<@Nullable SourceHead> table, long sourceId) {
    int mask = table.length() - 1;
    int slot = (int) sourceId & mask;
    var head = table.get(slot);
    while (head != null && head.sourceId() != sourceId) {
      slot = (slot + 1) & mask;
      head = table.get(slot);
    }
    return slot;
  }
}
