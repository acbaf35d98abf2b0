package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.store.database.ReaderPool;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Gateways with all of their sensors and sources, read when they are first asked for. */
final class InventoryCache {
  /*
   * Each gateway has a version (shared with those of the same hash). A change raises it while its
   * transaction runs, and again when it is applied here after the commit. Whoever reads a gateway
   * from the tables keeps it only when the version is what it was before the reading, so that
   * nothing older than a change stays. A change edits what is here only when the version is as it
   * left it; when another change came between, the gateway is read again.
   *
   * When there is too much, those go that nobody asked for since the last time.
   */

  private static final int VERSIONS = 4_096;

  private static final class Slot {
    final CachedGateway gateway;
    final long weight;
    volatile boolean used = true;

    Slot(CachedGateway gateway) {
      this.gateway = gateway;
      this.weight = gateway.weight();
    }
  }

  private final ReaderPool readers;
  private final DeviceRows rows;
  private final long maxItems;
  private final AtomicLong items = new AtomicLong();
  private final AtomicIntegerArray versions = new AtomicIntegerArray(VERSIONS);
  private final Map<GatewayId, Slot> slots = new ConcurrentHashMap<>();

  InventoryCache(ReaderPool readers, DeviceRows rows, long maxItems) {
    this.readers = readers;
    this.rows = rows;
    this.maxItems = maxItems;
  }

  Optional<CachedGateway> find(GatewayId id) {
    var slot = slots.get(id);
    if (slot != null) {
      if (!slot.used) {
        slot.used = true; // written seldom: many threads read it
      }
      return Optional.of(slot.gateway);
    }
    int seen = versions.get(stripe(id));
    var read = readers.read(session -> rows.findGateway(session, id));
    read.ifPresent(gateway -> keep(gateway, seen));
    return read;
  }

  private void keep(CachedGateway gateway, int seen) {
    var id = gateway.gateway().id();
    slots.compute(id, (_, old) -> isAt(id, seen) ? replaced(old, new Slot(gateway)) : old);
    if (items.get() > maxItems) {
      evict();
    }
  }

  /** To be called at the end of the work that changes, within its transaction. */
  void mark(Touched touched) {
    touched.fates().forEach((id, fate) -> fate.mark(versions.incrementAndGet(stripe(id))));
  }

  /** To be called once the work is committed, or has failed. */
  void apply(Touched touched, boolean committed) {
    touched
        .fates()
        .forEach((id, fate) -> slots.compute(id, (_, old) -> after(id, fate, old, committed)));
    if (items.get() > maxItems) {
      evict();
    }
  }

  private @Nullable Slot after(
      GatewayId id, Touched.Fate fate, @Nullable Slot old, boolean committed) {
    boolean alone = versions.compareAndSet(stripe(id), fate.mark(), fate.mark() + 1);
    if (!alone) {
      versions.incrementAndGet(stripe(id));
    }
    boolean isEdited = committed && alone && !fate.mustBeRead();
    return replaced(old, isEdited && old != null ? new Slot(fate.edit(old.gateway)) : null);
  }

  private @Nullable Slot replaced(@Nullable Slot old, @Nullable Slot slot) {
    items.addAndGet((slot == null ? 0 : slot.weight) - (old == null ? 0 : old.weight));
    return slot;
  }

  private void evict() {
    slots.forEach(this::evictUnlessUsed);
  }

  private void evictUnlessUsed(GatewayId id, Slot slot) {
    if (items.get() <= maxItems) {
      return;
    }
    if (slot.used) {
      slot.used = false;
    } else if (slots.remove(id, slot)) {
      items.addAndGet(-slot.weight);
    }
  }

  /** Gateways, sensors and sources in memory. */
  long itemCount() {
    return items.get();
  }

  private boolean isAt(GatewayId id, int seen) {
    return versions.get(stripe(id)) == seen;
  }

  private static int stripe(GatewayId id) {
    return Long.hashCode(id.value()) & (VERSIONS - 1);
  }
}
