package io.sensorium.api.common;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The header fields of a request, by name in any case. */
public interface Headers {

  /** The first value. */
  Optional<String> find(String name);

  /** All values in the order sent; empty when there is none. */
  List<String> list(String name);

  static Headers of(Map<String, List<String>> fields) {
    var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    fields.forEach((name, values) -> byName.put(name, List.copyOf(values)));
    return new Headers() {
      @Override
      public Optional<String> find(String name) {
        return list(name).stream().findFirst();
      }

      @Override
      public List<String> list(String name) {
        return byName.getOrDefault(name, List.of());
      }

      @Override
      public String toString() {
        return byName.keySet().toString().toLowerCase(Locale.ROOT); // values may be secret
      }
    };
  }
}
