package io.sensorium.benchmarks.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A file of comma-separated values whose first line names the columns. */
public record CsvTable(List<String> columns, List<List<String>> rows) {

  public CsvTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Reads a file, which is unzipped when its name says so. */
  public static CsvTable read(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file);
        var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        var lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList());
    }
  }

  public static CsvTable parse(List<String> lines) {
    if (lines.isEmpty()) {
      return new CsvTable(List.of(), List.of());
    }
    var rows = lines.stream().skip(1).filter(line -> !line.isEmpty()).map(CsvTable::cells).toList();
    return new CsvTable(cells(lines.getFirst()), rows);
  }

  /** Quotes hold commas together; a doubled quote inside stands for one. */
  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(line.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** A column's place in each row. */
  public int column(String name) {
    int column = columns.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("no column " + name + " among " + columns);
    }
    return column;
  }
}
