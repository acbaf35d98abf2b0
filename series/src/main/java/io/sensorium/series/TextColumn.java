package io.sensorium.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes a column of texts of which few are different; null where absent. */
final class TextColumn {

  private static final long ABSENT = -1;

  private TextColumn() {}

  static void write(ByteWriter out, List<@Nullable String> texts) {
    var numbers = new LinkedHashMap<String, Long>();
    var column = new long[texts.size()];
    for (int i = 0; i < column.length; i++) {
      var text = texts.get(i);
      column[i] = text == null ? ABSENT : numbers.computeIfAbsent(text, _ -> (long) numbers.size());
    }
    out.writeVarint(numbers.size());
    numbers.keySet().forEach(out::writeText);
    GapColumn.write(out, column, column.length, ABSENT);
  }

  static List<@Nullable String> read(ByteReader in, int count) {
    int distinct = in.readCount(Math.min(count, in.remaining()));
    var texts = new ArrayList<String>(distinct);
    for (int i = 0; i < distinct; i++) {
      texts.add(in.readText());
    }
    var column = new long[count];
    GapColumn.read(in, column, count, ABSENT);
    var result = new ArrayList<@Nullable String>(count);
    for (long number : column) {
      if (number < ABSENT || number >= distinct) {
        throw new DamagedBytesException("no such text: " + number);
      }
      result.add(number == ABSENT ? null : texts.get((int) number));
    }
    return result;
  }
}
