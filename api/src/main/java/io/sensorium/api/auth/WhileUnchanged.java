package io.sensorium.api.auth;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What was read of identities, remembered as long as nobody's credentials, install or user changed
 * at all.
 */
final class WhileUnchanged<K, V> {

  private static final int MAX_REMEMBERED = 10_000;

  private record Known<V>(long changeCount, V value) {}

  private final LongSupplier changes;
  private final Map<K, Known<V>> remembered = new ConcurrentHashMap<>();

  WhileUnchanged(LongSupplier changes) {
    this.changes = changes;
  }

  /**
   * To be asked for before what will be remembered is read: what changes later, counts as later.
   */
  long changeCount() {
    return changes.getAsLong();
  }

  Optional<V> find(K key, long changeCount) {
    var known = remembered.get(key);
    return known != null && known.changeCount() == changeCount
        ? Optional.of(known.value())
        : Optional.empty();
  }

  void remember(K key, long changeCount, V value) {
    if (remembered.size() >= MAX_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(key, new Known<>(changeCount, value));
  }
}
