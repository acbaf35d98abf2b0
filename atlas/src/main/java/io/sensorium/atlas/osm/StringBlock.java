package io.sensorium.atlas.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A block while it is written: groups of elements, and the table of their strings. */
final class StringBlock {

  private final Map<String, Integer> numbers = new HashMap<>(Map.of("", 0));
  private final WireMessage table = new WireMessage().text(1, "");
  private final List<WireMessage> groups = new ArrayList<>();

  /** The number of a string in the table. */
  long numberOf(String text) {
    return numbers.computeIfAbsent(
        text,
        unknown -> {
          table.text(1, unknown);
          return numbers.size();
        });
  }

  void group(WireMessage group) {
    groups.add(group);
  }

  byte[] toBytes() {
    var block = new WireMessage().message(1, table);
    groups.forEach(group -> block.message(2, group));
    return block.toBytes();
  }
}
