package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.limits.Countries;
import io.sensorium.atlas.limits.LimitCode;
import io.sensorium.atlas.limits.LimitSource;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.RoadsLayer;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares limits that are told without signs with those that the signs have. */
final class HiddenSigns {

  private static final double NEAR_KMH = 10;

  /** Lengths of roads with a sign: all, where the limit is right, where it is near. */
  record Share(double meters, double exactMeters, double nearMeters) {

    Share plus(Share other) {
      return new Share(
          meters + other.meters, exactMeters + other.exactMeters, nearMeters + other.nearMeters);
    }

    double exactPercent() {
      return 100 * exactMeters / meters;
    }

    double nearPercent() {
      return 100 * nearMeters / meters;
    }
  }

  private final Map<String, Share> shares = new TreeMap<>();

  /** Measures an extract, by country and class of road. */
  void add(String name, OsmFile file, Countries countries, Path scratch) throws IOException {
    var signed = imported(new RoadsLayer(Extract.zones(scratch)), file, scratch);
    var hidden = imported(RoadsLayer.withoutSigns(Extract.zones(scratch)), file, scratch);
    for (int edge = 0; edge < signed.edgeCount(); edge++) {
      var truth = LimitCode.kmh(signed.limitCode(2 * edge));
      if (signed.limitSource(2 * edge) != LimitSource.SIGNED || truth == null) {
        continue;
      }
      var told = LimitCode.kmh(hidden.limitCode(2 * edge));
      double meters = signed.lengthMeters(2 * edge);
      double apart = told == null ? Double.MAX_VALUE : Math.abs(told - truth);
      int point = signed.firstPoint(edge);
      var country = countries.find(signed.latitudeE7(point), signed.longitudeE7(point)).orElse("-");
      shares.merge(
          country + " " + signed.roadClass(2 * edge).tagValue() + " (" + name + ")",
          new Share(meters, apart < 0.5 ? meters : 0, apart <= NEAR_KMH ? meters : 0),
          Share::plus);
    }
  }

  private static RoadGraph imported(RoadsLayer layer, OsmFile file, Path scratch)
      throws IOException {
    var directory = Files.createTempDirectory(scratch, "signs");
    layer.build(file, directory, (_, _) -> {});
    return RoadGraph.open(directory);
  }

  Share all() {
    return shares.values().stream().reduce(new Share(0, 0, 0), Share::plus);
  }

  Table table() {
    var rows = new ArrayList<List<String>>();
    shares.forEach((what, share) -> rows.add(row(what, share)));
    rows.add(row("all", all()));
    return new Table(
        "Hidden signs", List.of("country, class", "km", "exact, %", "within 10 km/h, %"), rows);
  }

  private static List<String> row(String what, Share share) {
    return List.of(
        what,
        Figures.decimals(share.meters / 1_000, 1),
        Figures.decimals(share.exactPercent(), 1),
        Figures.decimals(share.nearPercent(), 1));
  }
}
