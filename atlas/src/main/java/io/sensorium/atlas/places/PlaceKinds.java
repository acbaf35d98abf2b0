package io.sensorium.atlas.places;

import io.sensorium.atlas.AtlasException;
import io.sensorium.atlas.osm.Tags;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All kinds of places that are known. */
final class PlaceKinds {

  private static final String RESOURCE = "place-kinds.txt";
  private static final PlaceKinds INSTANCE = read();

  private final List<PlaceKind> kinds;
  private final Map<String, Map<String, PlaceKind>> byTag = new LinkedHashMap<>();

  private PlaceKinds(List<PlaceKind> kinds) {
    this.kinds = List.copyOf(kinds);
    for (var kind : kinds) {
      byTag.computeIfAbsent(kind.key(), _ -> new LinkedHashMap<>()).put(kind.value(), kind);
    }
  }

  static PlaceKinds all() {
    return INSTANCE;
  }

  PlaceKind get(int number) {
    return kinds.get(number);
  }

  List<PlaceKind> list() {
    return kinds;
  }

  /** The kind of an element, null when it is no place; keys count in the order of the file. */
  @Nullable PlaceKind find(Tags tags) {
    for (var key : byTag.entrySet()) {
      var value = tags.find(key.getKey());
      var kind = value == null ? null : kindOf(key.getValue(), value);
      if (kind != null && kind.weight() > 0) {
        return kind;
      }
    }
    return null;
  }

  private static @Nullable PlaceKind kindOf(Map<String, PlaceKind> byValue, String value) {
    var kind = byValue.get(value);
    return kind == null && !value.equals("no") ? byValue.get(PlaceKind.ANY_VALUE) : kind;
  }

  private static PlaceKinds read() {
    var kinds = new ArrayList<PlaceKind>();
    var in = Objects.requireNonNull(PlaceKinds.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          kinds.add(parse(kinds.size(), line.split(" +")));
        }
      }
    } catch (IOException e) {
      throw new AtlasException("cannot read " + RESOURCE, e);
    }
    return new PlaceKinds(kinds);
  }

  private static PlaceKind parse(int number, String[] words) {
    var tag = words[0].split("=", 2);
    var hours = words[3].split("-", 2);
    return new PlaceKind(
        number,
        tag[0],
        tag[1],
        List.of(words[4].split(",")),
        Double.parseDouble(words[1]),
        Duration.ofMinutes(Long.parseLong(words[2])),
        Integer.parseInt(hours[0]),
        Integer.parseInt(hours[1]));
  }
}
