package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.datasets.CsvTable;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.time.Micros;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What one phone recorded of a leg, beside the path that the data set's authors made of it from
 * several phones and the route, a position per second.
 *
 * @param fixes in order
 * @param reference in order
 */
public record ReferencedWay(String phone, FixTrack fixes, FixTrack reference) {

  private record Key(String spec, String section, String repetition) {}

  /**
   * All ways of which a phone has fixes.
   *
   * @param datasets the folder that holds the folder {@code mobilitynet}
   */
  public static List<ReferencedWay> list(Path datasets) throws IOException {
    var runs = MobilityNet.read(datasets).runs();
    var references = new LinkedHashMap<Key, FixTrack.Builder>();
    var file = datasets.resolve("mobilitynet").resolve("reference_trajectories_1hz.csv.gz");
    read(CsvTable.read(file), references);
    var ways = new ArrayList<ReferencedWay>();
    for (var run : runs) {
      var fixes = RunSignals.read(run).fixes().sortedDistinct();
      references.forEach(
          (key, builder) -> {
            var reference = builder.build().sortedDistinct();
            long start = reference.timeMicros(0);
            long end = reference.timeMicros(reference.size() - 1);
            int from = fixes.firstRowAtOrAfter(start);
            int to = fixes.firstRowAtOrAfter(end + 1);
            if (key.spec().equals(run.spec()) && run.when().contains(start) && to > from) {
              ways.add(new ReferencedWay(run.phone(), fixes.slice(from, to), reference));
            }
          });
    }
    return ways;
  }

  private static void read(CsvTable table, LinkedHashMap<Key, FixTrack.Builder> into) {
    int spec = table.column("spec");
    int section = table.column("section");
    int repetition = table.column("rep");
    int time = table.column("ts");
    int latitude = table.column("lat");
    int longitude = table.column("lon");
    for (var row : table.rows()) {
      var key = new Key(row.get(spec), row.get(section), row.get(repetition));
      into.computeIfAbsent(key, _ -> new FixTrack.Builder(1_024))
          .addRow(
              UnixSeconds.micros(row.get(time)) / Micros.PER_SECOND * Micros.PER_SECOND,
              e7(row.get(latitude)),
              e7(row.get(longitude)),
              FixTrack.ABSENT,
              FixTrack.ABSENT,
              FixTrack.ABSENT,
              FixTrack.ABSENT,
              FixTrack.ABSENT_LONG,
              LocationProvider.UNKNOWN);
    }
  }

  private static int e7(String degrees) {
    return (int) StrictMath.round(Double.parseDouble(degrees) * 1e7);
  }
}
