package io.sensorium.benchmarks.matching;

import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The import of maps, and limits that are told where their sign is hidden. */
public final class AtlasBench implements Bench {

  private final Path datasets;

  /**
   * Prepares a run.
   *
   * @param datasets the folder that holds the folder {@code osm-extracts}
   */
  public AtlasBench(Path datasets) {
    this.datasets = datasets;
  }

  @Override
  public String name() {
    return "atlas";
  }

  @Override
  public String purpose() {
    return "maps imported, and speed limits told where their sign is hidden";
  }

  @Override
  public Report run() throws IOException {
    var scratch = Files.createTempDirectory("sensorium-atlas");
    var goals = new ArrayList<Goal>();
    var imports = new ArrayList<List<String>>();
    for (var name : List.of("liechtenstein-2015", "heidelberg", "porto")) {
      var extract = Extract.load(datasets, name, scratch);
      imports.add(
          List.of(
              name,
              Figures.count(Files.size(extract.file()) >> 10),
              Figures.count(extract.graph().edgeCount()),
              Figures.decimals(extract.seconds(), 1)));
      if (name.startsWith("liechtenstein")) {
        goals.add(
            Goal.atMost("liechtenstein-2015: import of the roads", 60, extract.seconds(), " s"));
      }
    }
    var tables = new ArrayList<Table>();
    tables.add(new Table("Imports", List.of("extract", "KiB", "edges", "seconds"), imports));
    tables.addAll(new HiddenSignsPart(datasets, Extract.zones(scratch), scratch).tables(goals));
    tables.addFirst(Goal.table(goals));
    return new Report(name(), tables, HiddenSignsPart.NOTES);
  }
}
