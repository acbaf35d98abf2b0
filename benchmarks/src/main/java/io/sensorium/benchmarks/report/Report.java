package io.sensorium.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/** What a bench measured. */
public record Report(String bench, List<Table> tables, List<String> notes) {

  public Report {
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  public String markdown(String machine) {
    var text = new StringBuilder("### ").append(bench).append("\n\n").append(machine).append("\n");
    tables.forEach(table -> text.append("\n").append(table.markdown()));
    if (!notes.isEmpty()) {
      text.append("\n")
          .append(notes.stream().map(note -> "- " + note + "\n").collect(Collectors.joining()));
    }
    return text.toString();
  }
}
