package io.sensorium.store.sql.sensing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Items found by id and by serial; immutable and small. */
final class Shelf<T> {
  /*
   * Two sorted arrays, or one where looking at all is as fast: a map would take ten times the room
   * per item, and there are a million sources.
   */

  private static final int MAX_SCANNED = 8;

  /** How an item tells its id and its serial. */
  record Keys<T>(ToLongFunction<T> id, Function<T, String> serial) {}

  private final Keys<T> keys;
  private final List<T> byId;
  private final List<T> bySerial;

  private Shelf(Keys<T> keys, List<T> byId, List<T> bySerial) {
    this.keys = keys;
    this.byId = byId;
    this.bySerial = bySerial;
  }

  static <T> Shelf<T> of(Keys<T> keys, List<T> items) {
    var byId = sorted(items, Comparator.comparingLong(keys.id()));
    var bySerial =
        items.size() <= MAX_SCANNED ? byId : sorted(items, Comparator.comparing(keys.serial()));
    return new Shelf<>(keys, byId, bySerial);
  }

  private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
    return items.stream().sorted(order).toList();
  }

  List<T> byId() {
    return byId;
  }

  int size() {
    return byId.size();
  }

  Optional<T> find(long id) {
    int index = indexOf(id);
    return index < 0 ? Optional.empty() : Optional.of(byId.get(index));
  }

  Optional<T> find(String serial) {
    if (byId.size() <= MAX_SCANNED) {
      for (var item : byId) {
        if (keys.serial().apply(item).equals(serial)) {
          return Optional.of(item);
        }
      }
      return Optional.empty();
    }
    int index = indexOf(serial);
    return index < 0 ? Optional.empty() : Optional.of(bySerial.get(index));
  }

  /** The same with the item in place of the one of its id, or as well. */
  Shelf<T> with(T item) {
    int index = indexOf(keys.id().applyAsLong(item));
    if (byId.size() < MAX_SCANNED || (index >= 0 && byId.size() == MAX_SCANNED)) {
      var items = placed(byId, index, item);
      return new Shelf<>(keys, items, items);
    }
    if (byId.size() == MAX_SCANNED) {
      return of(keys, placed(byId, index, item));
    }
    int serialIndex = indexOf(keys.serial().apply(item)); // a serial stays with its id
    return new Shelf<>(keys, placed(byId, index, item), placed(bySerial, serialIndex, item));
  }

  /** Replaces the item at an index, or inserts it where a search said that it belongs. */
  @SuppressWarnings("unchecked") // an array of what was in the list
  private static <T> List<T> placed(List<T> items, int index, T item) {
    int at = index >= 0 ? index : -index - 1;
    var array = (T[]) Arrays.copyOf(items.toArray(), index >= 0 ? items.size() : items.size() + 1);
    if (index < 0) {
      System.arraycopy(array, at, array, at + 1, items.size() - at);
    }
    array[at] = item;
    return List.of(array);
  }

  private int indexOf(long id) {
    int low = 0;
    int high = byId.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = keys.id().applyAsLong(byId.get(middle));
      if (found == id) {
        return middle;
      }
      if (found < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  private int indexOf(String serial) {
    int low = 0;
    int high = bySerial.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = keys.serial().apply(bySerial.get(middle)).compareTo(serial);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }
}
