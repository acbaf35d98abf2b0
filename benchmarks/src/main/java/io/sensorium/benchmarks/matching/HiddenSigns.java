package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.limits.Countries;
import io.sensorium.atlas.limits.LimitCode;
import io.sensorium.atlas.limits.LimitSource;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.RoadsLayer;
import io.sensorium.core.time.ZoneLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * Compares limits that are told where the signs are hidden with those that the signs have.
 *
 * <p>Signs are hidden before the import: the roads are imported anew for each fold, and the layer
 * does not read the tags of hidden ways that tell of limits. Each way is hidden in one fold.
 */
final class HiddenSigns {

  /** Which signs are hidden together. */
  enum Protocol {
    /** Those of a fifth of the streets: all ways with one name, or one number, in the extract. */
    STREETS,
    /** Those of a fifth of the ways, drawn by their ids. */
    WAYS,
    /** All of them, so that only the law is left. */
    ALL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int FOLDS = 5;

  private final ZoneLookup zones;
  private final Countries countries;
  private final Path scratch;
  private final Map<Protocol, Map<String, LimitShare>> shares = new TreeMap<>();
  private final Map<Protocol, Map<Integer, LimitShare>> byCertainty = new TreeMap<>();

  HiddenSigns(ZoneLookup zones, Path scratch) {
    this.zones = zones;
    this.countries = new Countries(zones);
    this.scratch = scratch;
  }

  /** Measures an extract, by country and class of road. */
  void add(String name, Path file) throws IOException {
    var signed = imported(new RoadsLayer(zones), file);
    var streets = WayStreets.read(file);
    for (var protocol : Protocol.values()) {
      int folds = protocol == Protocol.ALL ? 1 : FOLDS;
      for (int fold = 0; fold < folds; fold++) {
        var hides = hides(protocol, fold, streets);
        var told = imported(RoadsLayer.hidingSigns(zones, hides), file);
        compare(name, protocol, signed, told, hides);
      }
    }
  }

  private static LongPredicate hides(Protocol protocol, int fold, WayStreets streets) {
    return switch (protocol) {
      case WAYS -> way -> foldOf(way) == fold;
      case STREETS -> way -> foldOf(streets.streetOf(way)) == fold;
      case ALL -> _ -> true;
    };
  }

  private static int foldOf(long number) {
    return (int) Long.remainderUnsigned((number * 0x9E3779B97F4A7C15L) >>> 32, FOLDS);
  }

  private void compare(
      String name, Protocol protocol, RoadGraph signed, RoadGraph told, LongPredicate hides) {
    for (int edge = 0; edge < signed.edgeCount(); edge++) {
      var truth = LimitCode.kmh(signed.limitCode(2 * edge));
      if (signed.limitSource(2 * edge) != LimitSource.SIGNED
          || truth == null
          || !hides.test(signed.wayId(2 * edge))) {
        continue;
      }
      var share =
          LimitShare.of(
              signed.lengthMeters(2 * edge),
              truth,
              LimitCode.kmh(told.limitCode(2 * edge)),
              told.limitCertaintyRatio(2 * edge));
      int point = signed.firstPoint(edge);
      var country = countries.find(signed.latitudeE7(point), signed.longitudeE7(point)).orElse("-");
      shares
          .computeIfAbsent(protocol, _ -> new TreeMap<>())
          .merge(
              name + ": " + country + " " + signed.roadClass(2 * edge).tagValue(),
              share,
              LimitShare::plus);
      byCertainty
          .computeIfAbsent(protocol, _ -> new TreeMap<>())
          .merge((int) (10 * told.limitCertaintyRatio(2 * edge)), share, LimitShare::plus);
    }
  }

  private RoadGraph imported(RoadsLayer layer, Path file) throws IOException {
    var directory = Files.createTempDirectory(scratch, "signs");
    layer.build(OsmFile.open(file), directory, (_, _) -> {});
    return RoadGraph.open(directory);
  }

  /** What was measured, by extract, country and class. */
  Map<String, LimitShare> shares(Protocol protocol) {
    return Map.copyOf(shares.getOrDefault(protocol, Map.of()));
  }

  /** What was measured, by tenths of the certainty that was told. */
  Map<Integer, LimitShare> byCertainty(Protocol protocol) {
    return Map.copyOf(byCertainty.getOrDefault(protocol, Map.of()));
  }
}
