package io.sensorium.store.sql.measurement;

import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the sums of blocks that were asked for last. Safe for use by many threads. */
final class PartsCache {
  /*
   * A chart is asked for again and again, while only its last block changes. A block that did change
   * may have the id it had before, so what is kept is compared with the bytes that are there now.
   */

  private record Key(long blockId, int cutsHash) {}

  private final long maxBytes;
  private final LinkedHashMap<Key, BlockParts> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  PartsCache(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The parts of a block between cuts, which ascend; takes them over. */
  BlockParts obtain(SealedBlock block, long[] cuts) {
    var key = new Key(block.id(), Arrays.hashCode(cuts));
    var known = find(key);
    if (known != null && known.areOf(block, cuts)) {
      return known;
    }
    var parts = BlockParts.of(block, cuts);
    keep(key, parts);
    return parts;
  }

  synchronized long bytes() {
    return bytes;
  }

  private synchronized @Nullable BlockParts find(Key key) {
    return kept.get(key);
  }

  private synchronized void keep(Key key, BlockParts parts) {
    var replaced = kept.put(key, parts);
    bytes += parts.bytes() - (replaced == null ? 0 : replaced.bytes());
    var oldest = kept.values().iterator();
    while (bytes > maxBytes) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }
}
