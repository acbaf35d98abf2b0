package io.sensorium.intake.series;

import io.sensorium.intake.series.SentSeries.SensorName;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The series that one gateway sent, by the bytes that it names them with. Finding one that is known
 * makes no object and takes no lock. Safe for use by many threads.
 */
public final class SeriesTable {
  /*
   * Open addressing with linear probing, at most half full. Readers take no lock: one that misses
   * an entry that is being put looks again under the lock. The hash is seeded, so that a sender
   * cannot choose names that collide.
   */

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
  private static final int FIRST_CAPACITY = 64;

  private final long seed;
  private final MemoryBudget budget;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile AtomicReferenceArray<@Nullable SentSeries> slots =
      new AtomicReferenceArray<>(FIRST_CAPACITY);
  private int count;

  SeriesTable(long seed, MemoryBudget budget) {
    this.seed = seed;
    this.budget = budget;
  }

  /** The series of that name, or null when it was not sent before. */
  public @Nullable SentSeries find(byte[] bytes, int from, int to) {
    return find(slots, hash(bytes, from, to), bytes, from, to);
  }

  /**
   * The series of that name; when it was not sent before, it is made, and kept if there is room.
   */
  public SentSeries findOrAdd(byte[] bytes, int from, int to, SensorName sensor) {
    int hash = hash(bytes, from, to);
    lock.lock();
    try {
      var known = find(slots, hash, bytes, from, to);
      if (known != null) {
        return known;
      }
      var added = new SentSeries(Arrays.copyOfRange(bytes, from, to), hash, sensor, budget);
      if (budget.take(to - from)) {
        keep(added);
      }
      return added;
    } finally {
      lock.unlock();
    }
  }

  private void keep(SentSeries series) {
    if (2 * (count + 1) > slots.length()) {
      slots = doubled(slots);
    }
    put(slots, series);
    count++;
  }

  private static @Nullable SentSeries find(
      AtomicReferenceArray<@Nullable SentSeries> slots, int hash, byte[] bytes, int from, int to) {
    int mask = slots.length() - 1;
    int slot = hash & mask;
    var series = slots.get(slot);
    while (series != null && !series.isNamed(hash, bytes, from, to)) {
      slot = (slot + 1) & mask;
      series = slots.get(slot);
    }
    return series;
  }

  private static AtomicReferenceArray<@Nullable SentSeries> doubled(
      AtomicReferenceArray<@Nullable SentSeries> slots) {
    var more = new AtomicReferenceArray<@Nullable SentSeries>(2 * slots.length());
    for (int slot = 0; slot < slots.length(); slot++) {
      var series = slots.get(slot);
      if (series != null) {
        put(more, series);
      }
    }
    return more;
  }

  private static void put(AtomicReferenceArray<@Nullable SentSeries> slots, SentSeries series) {
    int mask = slots.length() - 1;
    int slot = series.hash() & mask;
    while (slots.get(slot) != null) {
      slot = (slot + 1) & mask;
    }
    slots.set(slot, series);
  }

  private int hash(byte[] bytes, int from, int to) {
    long hash = seed ^ (to - from);
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = mix(hash ^ (long) LONGS.get(bytes, at));
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = (rest << Byte.SIZE) | (bytes[at] & 0xff);
    }
    hash = mix(hash ^ rest);
    return (int) (hash ^ (hash >>> Integer.SIZE));
  }

  private static long mix(long word) {
    long product = word * MULTIPLIER;
    return product ^ (product >>> 29);
  }
}
