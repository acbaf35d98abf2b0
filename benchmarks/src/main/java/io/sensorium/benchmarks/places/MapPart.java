package io.sensorium.benchmarks.places;

import io.sensorium.atlas.gazetteer.AddressesLayer;
import io.sensorium.atlas.gazetteer.AtlasGazetteer;
import io.sensorium.atlas.gazetteer.MapAddresses;
import io.sensorium.atlas.gazetteer.WorldGazetteer;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.places.PlacesLayer;
import io.sensorium.atlas.region.MapLayer;
import io.sensorium.atlas.surroundings.SurroundingsLayer;
import io.sensorium.atlas.timezone.BorderZones;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.place.Gazetteer;
import io.sensorium.core.place.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What one map told.
 *
 * @param addressNanos how long each question for an address took, sorted
 * @param placesNanos how long each question for the places of a visit took, sorted
 */
record MapPart(
    String map,
    double importSeconds,
    long fileBytes,
    long indexBytes,
    CityFigures cities,
    VisitFigures visits,
    List<Long> addressNanos,
    List<Long> placesNanos) {

  private static final int POSITIONS = 4_000;
  private static final int VISITS = 4_000;
  private static final int WARM_UP_ROUNDS = 3;

  MapPart {
    addressNanos = List.copyOf(addressNanos);
    placesNanos = List.copyOf(placesNanos);
  }

  /** How often the city was right, of how many positions. */
  record CityFigures(int asked, int map, int placesAlone, int world) {

    double mapPercent() {
      return 100.0 * map / asked;
    }

    double placesAlonePercent() {
      return 100.0 * placesAlone / asked;
    }

    double worldPercent() {
      return 100.0 * world / asked;
    }
  }

  /** How often the place of a visit was among the candidates, and what was said of it. */
  record VisitFigures(int asked, int among, int category, int named, int rightName) {

    double amongPercent() {
      return 100.0 * among / asked;
    }

    double categoryPercent() {
      return 100.0 * category / asked;
    }

    double namedPercent() {
      return 100.0 * named / asked;
    }

    double rightNamePercent() {
      return 100.0 * rightName / named;
    }
  }

  static MapPart measure(Path file) throws IOException {
    var directory = Files.createTempDirectory("sensorium-places-");
    try {
      return measure(file, directory);
    } finally {
      try (var files = Files.walk(directory)) {
        for (var path : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static MapPart measure(Path file, Path directory) throws IOException {
    var source = OsmFile.open(file);
    var addressesLayer = new AddressesLayer();
    var placesLayer = new PlacesLayer();
    var regionDirectory = Files.createDirectory(directory.resolve("map"));
    long started = System.nanoTime();
    for (MapLayer<?> layer : List.of(addressesLayer, placesLayer, new SurroundingsLayer())) {
      layer.build(source, regionDirectory, (_, _) -> {});
    }
    double importSeconds = (System.nanoTime() - started) / 1e9;
    var addresses = addressesLayer.open(regionDirectory);
    var cache = directory.resolve("cache");
    var world = new WorldGazetteer(new BorderZones(cache), cache);
    var maps =
        new AtlasGazetteer.Maps(
            "bench", List.of(addresses), List.of(placesLayer.open(regionDirectory)));
    var gazetteer = new AtlasGazetteer(world, () -> maps);
    var known = KnownCities.read(source);
    var shops = KnownShops.read(source);
    var visits = visits(shops);
    return new MapPart(
        file.getFileName().toString().replace(".osm.pbf", ""),
        importSeconds,
        source.sizeBytes(),
        sizeOf(regionDirectory),
        cities(known, gazetteer, addresses, world),
        visitFigures(shops, visits, gazetteer),
        nanos(
            visits.stream().map(Visit::center).toList(), position -> gazetteer.addressAt(position)),
        nanos(visits, visit -> gazetteer.candidatesOf(visit)));
  }

  private static long sizeOf(Path directory) throws IOException {
    long bytes = 0;
    try (var files = Files.list(directory)) {
      for (var file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private static CityFigures cities(
      KnownCities known, Gazetteer gazetteer, MapAddresses addresses, Gazetteer world) {
    var random = new Random(1);
    int map = 0;
    int placesAlone = 0;
    int bare = 0;
    int asked = known.size() == 0 ? 0 : POSITIONS;
    for (int n = 0; n < asked; n++) {
      LatLon position = known.draw(n % known.size(), random);
      var city = known.cityAt(position).orElseThrow();
      map += city.equals(gazetteer.addressAt(position).city()) ? 1 : 0;
      placesAlone += addresses.cityByPlacesAlone(position).filter(city::equals).isPresent() ? 1 : 0;
      bare += city.equals(world.addressAt(position).city()) ? 1 : 0;
    }
    return new CityFigures(asked, map, placesAlone, bare);
  }

  private static List<Visit> visits(List<KnownShops.Shop> shops) {
    var random = new Random(2);
    var visits = new ArrayList<Visit>();
    for (int n = 0; n < (shops.isEmpty() ? 0 : VISITS); n++) {
      visits.add(shops.get(n % shops.size()).visit(random));
    }
    return visits;
  }

  private static VisitFigures visitFigures(
      List<KnownShops.Shop> shops, List<Visit> visits, Gazetteer gazetteer) {
    int among = 0;
    int category = 0;
    int named = 0;
    int rightName = 0;
    for (int n = 0; n < visits.size(); n++) {
      var shop = shops.get(n % shops.size());
      var candidates = gazetteer.candidatesOf(visits.get(n));
      among +=
          candidates.stream().anyMatch(one -> one.position().distanceMetersTo(shop.position()) < 1)
              ? 1
              : 0;
      if (!candidates.isEmpty()) {
        var first = candidates.getFirst();
        category += first.categories().getFirst().equals(shop.category()) ? 1 : 0;
        named += first.name() == null ? 0 : 1;
        rightName += shop.name().equals(first.name()) ? 1 : 0;
      }
    }
    return new VisitFigures(visits.size(), among, category, named, rightName);
  }

  private interface Question<T> {

    Object ask(T about);
  }

  private static <T> List<Long> nanos(List<T> questions, Question<T> asking) {
    var nanos = new long[questions.size()];
    int answered = 0;
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      for (int n = 0; n < nanos.length; n++) {
        long started = System.nanoTime();
        answered += asking.ask(questions.get(n)) == null ? 0 : 1;
        nanos[n] = System.nanoTime() - started;
      }
    }
    if (answered != WARM_UP_ROUNDS * nanos.length) {
      throw new IllegalStateException("a question was not answered");
    }
    Arrays.sort(nanos);
    return Arrays.stream(nanos).boxed().toList();
  }

  double addressMicros(double share) {
    return quantileMicros(addressNanos, share);
  }

  double placesMicros(double share) {
    return quantileMicros(placesNanos, share);
  }

  private static double quantileMicros(List<Long> sorted, double share) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())) / 1e3;
  }

  /** All maps as one. */
  static MapPart sum(List<MapPart> parts) {
    return new MapPart(
        "all",
        parts.stream().mapToDouble(MapPart::importSeconds).sum(),
        parts.stream().mapToLong(MapPart::fileBytes).sum(),
        parts.stream().mapToLong(MapPart::indexBytes).sum(),
        parts.stream()
            .map(MapPart::cities)
            .reduce(
                new CityFigures(0, 0, 0, 0),
                (a, b) ->
                    new CityFigures(
                        a.asked + b.asked,
                        a.map + b.map,
                        a.placesAlone + b.placesAlone,
                        a.world + b.world)),
        parts.stream()
            .map(MapPart::visits)
            .reduce(
                new VisitFigures(0, 0, 0, 0, 0),
                (a, b) ->
                    new VisitFigures(
                        a.asked + b.asked,
                        a.among + b.among,
                        a.category + b.category,
                        a.named + b.named,
                        a.rightName + b.rightName)),
        parts.stream().flatMap(part -> part.addressNanos.stream()).sorted().toList(),
        parts.stream().flatMap(part -> part.placesNanos.stream()).sorted().toList());
  }
}
