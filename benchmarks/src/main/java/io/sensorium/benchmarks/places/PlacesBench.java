package io.sensorium.benchmarks.places;

import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Imports small real maps, and asks them for cities and places whose names are known. */
public final class PlacesBench implements Bench {

  private static final double CITY_RIGHT_PERCENT = 98;
  private static final double LOOK_UP_MICROS = 50;

  private final Path datasets;
  private final PrintStream progress;

  public PlacesBench(Path datasets, PrintStream progress) {
    this.datasets = datasets;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "places";
  }

  @Override
  public String purpose() {
    return "addresses and places on real maps: right cities, look-up times";
  }

  @Override
  public Report run() throws IOException {
    var files = files(datasets.resolve("osm-extracts"));
    var parts = new ArrayList<MapPart>();
    try (var bar = new Progress(progress, name(), files.size())) {
      for (var file : files) {
        parts.add(MapPart.measure(file));
        bar.advance();
      }
    }
    var sums = MapPart.sum(parts);
    var goals =
        List.of(
            Goal.atLeast("city right", CITY_RIGHT_PERCENT, sums.cities().mapPercent(), " %"),
            Goal.atMost("address, p50", LOOK_UP_MICROS, sums.addressMicros(0.5), " µs"),
            Goal.atMost("places of a visit, p50", LOOK_UP_MICROS, sums.placesMicros(0.5), " µs"));
    return new Report(
        name(),
        List.of(Goal.table(goals), cities(parts, sums), places(parts, sums), speed(parts, sums)),
        List.of(
            "City: positions drawn in municipalities that bear the name of a city in them. Places"
                + " alone: the same, with all borders left out. World: without a map, by GeoNames'"
                + " cities.",
            "Places: visits to named shops and restaurants, 10 m off."));
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new BenchException("there are no maps in " + directory);
    }
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".osm.pbf")).sorted().toList();
    }
  }

  private static Table cities(List<MapPart> parts, MapPart sums) {
    var rows = new ArrayList<List<String>>();
    for (var part : all(parts, sums)) {
      var figures = part.cities();
      if (figures.asked() > 0) {
        rows.add(
            List.of(
                part.map(),
                Figures.count(figures.asked()),
                Figures.decimals(figures.mapPercent(), 2),
                Figures.decimals(figures.placesAlonePercent(), 1),
                Figures.decimals(figures.worldPercent(), 1)));
      }
    }
    return new Table(
        "City right", List.of("map", "positions", "map %", "places alone %", "world %"), rows);
  }

  private static Table places(List<MapPart> parts, MapPart sums) {
    var rows = new ArrayList<List<String>>();
    for (var part : all(parts, sums)) {
      var figures = part.visits();
      if (figures.asked() > 0) {
        rows.add(
            List.of(
                part.map(),
                Figures.count(figures.asked()),
                Figures.decimals(figures.amongPercent(), 1),
                Figures.decimals(figures.categoryPercent(), 1),
                Figures.decimals(figures.namedPercent(), 1),
                Figures.decimals(figures.rightNamePercent(), 1)));
      }
    }
    return new Table(
        "Places of visits",
        List.of(
            "map",
            "visits",
            "among five %",
            "category of the first right %",
            "named %",
            "right when named %"),
        rows);
  }

  private static Table speed(List<MapPart> parts, MapPart sums) {
    var rows = new ArrayList<List<String>>();
    for (var part : all(parts, sums)) {
      rows.add(
          List.of(
              part.map(),
              Figures.decimals(part.importSeconds(), 1),
              Figures.decimals(part.fileBytes() / 1e6, 1),
              Figures.decimals(part.indexBytes() / 1e6, 1),
              Figures.decimals(part.addressMicros(0.5), 1),
              Figures.decimals(part.addressMicros(0.99), 1),
              Figures.decimals(part.placesMicros(0.5), 1),
              Figures.decimals(part.placesMicros(0.99), 1)));
    }
    return new Table(
        "Size and speed",
        List.of(
            "map",
            "import s",
            "file MB",
            "indexes MB",
            "address p50 µs",
            "p99",
            "places p50 µs",
            "p99"),
        rows);
  }

  private static List<MapPart> all(List<MapPart> parts, MapPart sums) {
    var all = new ArrayList<>(parts);
    all.add(sums);
    return all;
  }
}
