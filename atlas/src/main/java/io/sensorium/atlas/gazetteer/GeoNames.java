package io.sensorium.atlas.gazetteer;

import io.sensorium.atlas.points.PointIndexWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a table of cities in the form of GeoNames' dumps while the index is made. */
final class GeoNames {

  private static final int NAME = 1;
  private static final int LATITUDE = 4;
  private static final int LONGITUDE = 5;
  private static final int FEATURE_CODE = 7;
  private static final int COUNTRY = 8;
  private static final int POPULATION = 14;
  private static final int ZONE = 17;

  /** Parts of cities, and places that nobody lives in any more. */
  private static final Set<String> NO_CITIES = Set.of("PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH");

  private static final int CELLS_PER_DEGREE = 8;

  private final List<String> countries;
  private final PointIndexWriter cities = new PointIndexWriter(CELLS_PER_DEGREE);
  private final Map<String, Map<Integer, Integer>> countriesOfZones = new TreeMap<>();

  private GeoNames(List<String> countries) {
    this.countries = countries;
  }

  /**
   * Reads the whole table.
   *
   * @param countries ISO 3166 codes in the order of their numbers
   */
  static GeoNames read(Path table, List<String> countries) throws IOException {
    var names = new GeoNames(countries);
    try (Stream<String> lines = Files.lines(table, StandardCharsets.UTF_8)) {
      lines.map(line -> line.split("\t", -1)).forEach(names::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return names;
  }

  private void add(String[] row) {
    int country = countries.indexOf(row[COUNTRY]);
    if (country < 0) {
      return;
    }
    countriesOfZones
        .computeIfAbsent(row[ZONE], _ -> new HashMap<>())
        .merge(country, 1, Integer::sum);
    if (!NO_CITIES.contains(row[FEATURE_CODE])) {
      var rank = CityRank.ofPopulation(Long.parseLong(row[POPULATION]));
      cities.add(
          (int) Math.round(Double.parseDouble(row[LATITUDE]) * 1e7),
          (int) Math.round(Double.parseDouble(row[LONGITUDE]) * 1e7),
          NearestCity.record(rank, country, row[NAME]));
    }
  }

  PointIndexWriter cities() {
    return cities;
  }

  /** The country that most cities of a time zone lie in, by the ids of the zones. */
  Map<String, Integer> countriesOfZones() {
    var countryOf = new TreeMap<String, Integer>();
    countriesOfZones.forEach(
        (zone, counts) ->
            countryOf.put(
                zone,
                counts.entrySet().stream()
                    .max(
                        Map.Entry.<Integer, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey()));
    return countryOf;
  }
}
