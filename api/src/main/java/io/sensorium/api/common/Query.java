package io.sensorium.api.common;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The decoded query parameters of a request, in the order sent. A plus sign is a space, as in
 * forms.
 */
public record Query(Map<String, List<String>> parameters) {

  /** How many a query or a form may have. */
  public static final int MAX_PARAMETERS = 1_000;

  public static final Query EMPTY = new Query(Map.of());

  public Query {
    var copy = new LinkedHashMap<String, List<String>>();
    parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    parameters = Collections.unmodifiableMap(copy);
  }

  /**
   * Reads {@code a=1&b=2&a=3}.
   *
   * @throws ApiError INVALID_PARAMETER when an escape is not valid, or there are too many
   */
  public static Query parse(String raw) {
    if (raw.isEmpty()) {
      return EMPTY;
    }
    var parameters = new LinkedHashMap<String, List<String>>();
    int count = 0;
    for (var pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        if (++count > MAX_PARAMETERS) {
          throw ApiError.invalidParameter("more than " + MAX_PARAMETERS + " parameters");
        }
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        var decodedName = PercentCoding.decodeForm(name);
        parameters
            .computeIfAbsent(decodedName, _ -> new ArrayList<>())
            .add(decodeValue(decodedName, value));
      }
    }
    return new Query(parameters);
  }

  private static String decodeValue(String name, String raw) {
    var value = PercentCoding.decodeForm(raw);
    if (value.indexOf(0) >= 0) {
      throw ApiError.invalidParameter(name + " has a control character").about(name);
    }
    return value;
  }

  /** The first value. */
  public Optional<String> find(String name) {
    return list(name).stream().findFirst();
  }

  /** All values; empty when there is none. */
  public List<String> list(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /**
   * The first value.
   *
   * @throws ApiError INVALID_PARAMETER when it is missing
   */
  public String get(String name) {
    return find(name)
        .orElseThrow(() -> ApiError.invalidParameter("parameter " + name + " is missing"));
  }
}
