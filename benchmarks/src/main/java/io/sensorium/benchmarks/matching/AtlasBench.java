package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.limits.Countries;
import io.sensorium.atlas.osm.OsmFile;
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

  private static final List<String> SIGNED =
      List.of("heidelberg", "oslo-east-filtered", "porto", "portland-central-filtered");

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
    var hidden = new HiddenSigns();
    var countries = new Countries(Extract.zones(scratch));
    for (var name : SIGNED) {
      var file = datasets.resolve("osm-extracts").resolve(name + ".osm.pbf");
      hidden.add(name, OsmFile.open(file), countries, scratch);
    }
    goals.add(Goal.atLeast("hidden signs: limit exact", 70, hidden.all().exactPercent(), " %"));
    goals.add(Goal.atLeast("hidden signs: within 10 km/h", 85, hidden.all().nearPercent(), " %"));
    return new Report(
        name(),
        List.of(
            Goal.table(goals),
            new Table("Imports", List.of("extract", "KiB", "edges", "seconds"), imports),
            hidden.table()),
        List.of(
            "Hidden signs: ways with a number as maxspeed, imported once with and once without the"
                + " tags that tell of limits; shares by length.",
            "Within 10 km/h counts limits in mph as 10 mph of the limit in km/h apart at most"
                + " 10 km/h, not more."));
  }
}
