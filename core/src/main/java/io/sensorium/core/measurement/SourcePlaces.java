package io.sensorium.core.measurement;

import java.util.Arrays;

/** Numbers the ids of sources from 0 on, in the order in which they first come. */
final class SourcePlaces {
  /* A hash table with open addressing; an id of 0 is an empty slot. */

  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private long[] slots = new long[64];
  private int[] slotPlaces = new int[64];
  private long[] ids = new long[32];
  private int count;
  private long lastId;
  private int lastPlace;

  /** The number of the id, a new one when it is new. */
  int placeOf(long id) {
    if (id <= 0) {
      throw new IllegalArgumentException("an id must be positive: " + id);
    }
    if (id != lastId) {
      lastPlace = find(id);
      lastId = id;
    }
    return lastPlace;
  }

  /** All ids, by their numbers. */
  long[] ids() {
    return Arrays.copyOf(ids, count);
  }

  private int find(long id) {
    int slot = slotOf(id);
    if (slots[slot] == id) {
      return slotPlaces[slot];
    }
    if (count == ids.length) {
      grow();
      slot = slotOf(id);
    }
    slots[slot] = id;
    slotPlaces[slot] = count;
    ids[count] = id;
    return count++;
  }

  private int slotOf(long id) {
    int mask = slots.length - 1;
    int slot = (int) ((id * GOLDEN) >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    ids = Arrays.copyOf(ids, 2 * count);
    slots = new long[4 * count];
    slotPlaces = new int[4 * count];
    for (int place = 0; place < count; place++) {
      int slot = slotOf(ids[place]);
      slots[slot] = ids[place];
      slotPlaces[slot] = place;
    }
  }
}
