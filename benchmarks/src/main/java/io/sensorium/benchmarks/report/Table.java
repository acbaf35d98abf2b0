package io.sensorium.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Rows under columns; the first column holds what each row is about. */
public record Table(String title, List<String> columns, List<List<String>> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (var row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(title + " has a row of " + row.size() + " cells");
      }
    }
  }

  public String markdown() {
    var text = new StringBuilder("**").append(title).append("**\n\n");
    line(text, columns);
    var rule = new ArrayList<>(List.of("---"));
    for (int i = 1; i < columns.size(); i++) {
      rule.add("---:");
    }
    line(text, rule);
    rows.forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
