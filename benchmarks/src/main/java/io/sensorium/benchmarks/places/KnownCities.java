package io.sensorium.benchmarks.places;

import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.osm.Tags;
import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.shape.Draughtsman;
import io.sensorium.atlas.shape.Drawing;
import io.sensorium.atlas.shape.Line;
import io.sensorium.atlas.shape.Outline;
import io.sensorium.core.geo.LatLon;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cities of a map whose extent is known beyond doubt: areas of municipalities that bear the
 * name of a city, town or village inside of them. Read apart from what is measured.
 */
final class KnownCities implements Drawing<KnownCities.Name> {

  private static final Set<String> PLACES = Set.of("city", "town", "village", "hamlet");
  private static final int LEAST_LEVEL = 7;

  /** A name with the level of its area; 0 for a position. */
  record Name(String text, int level) {}

  private record Settlement(String name, double latitudeDeg, double longitudeDeg) {}

  private record City(String name, Outline outline, Coverage box) {

    boolean holds(double latitudeDeg, double longitudeDeg) {
      return box.holds(latitudeDeg, longitudeDeg) && outline.contains(latitudeDeg, longitudeDeg);
    }
  }

  private final List<Settlement> settlements = new ArrayList<>();
  private final List<City> areas = new ArrayList<>();
  private List<City> cities = List.of();

  private KnownCities() {}

  static KnownCities read(OsmFile file) throws IOException {
    var known = new KnownCities();
    Draughtsman.draw(file, known, (_, _) -> {});
    known.cities =
        known.areas.stream()
            .filter(known::bearsNameOfSettlement)
            .sorted(Comparator.comparingDouble(city -> city.outline.squareMeters()))
            .toList();
    return known;
  }

  private boolean bearsNameOfSettlement(City city) {
    return settlements.stream()
        .anyMatch(
            one -> one.name.equals(city.name) && city.holds(one.latitudeDeg, one.longitudeDeg));
  }

  int size() {
    return cities.size();
  }

  /** A position within the n-th city. */
  LatLon draw(int n, Random random) {
    var city = cities.get(n);
    var box = city.box;
    while (true) {
      double latitudeDeg = random.nextDouble(box.southE7() * 1e-7, box.northE7() * 1e-7);
      double longitudeDeg = random.nextDouble(box.westE7() * 1e-7, box.eastE7() * 1e-7);
      if (city.holds(latitudeDeg, longitudeDeg)) {
        return new LatLon(latitudeDeg, longitudeDeg);
      }
    }
  }

  /** The smallest known city at a position. */
  Optional<String> cityAt(LatLon position) {
    return cities.stream()
        .filter(city -> city.holds(position.latitudeDeg(), position.longitudeDeg()))
        .map(City::name)
        .findFirst();
  }

  @Override
  public @Nullable Name ofNode(Tags tags) {
    var name = tags.find("name");
    var place = tags.find("place");
    return name == null || place == null || !PLACES.contains(place) ? null : new Name(name, 0);
  }

  @Override
  public @Nullable Name ofWay(Tags tags) {
    return ofRelation(tags);
  }

  @Override
  public @Nullable Name ofRelation(Tags tags) {
    var name = tags.find("name");
    var level = tags.find("admin_level");
    if (name == null || level == null || !tags.has("boundary", "administrative")) {
      return null;
    }
    if (!level.matches("[0-9]{1,2}") || Integer.parseInt(level) < LEAST_LEVEL) {
      return null;
    }
    return new Name(name, Integer.parseInt(level));
  }

  @Override
  public void point(Name name, long id, int latitudeE7, int longitudeE7) {
    settlements.add(new Settlement(name.text, latitudeE7 * 1e-7, longitudeE7 * 1e-7));
  }

  @Override
  public void line(Name name, Line line) {
    relation(name, List.of(line), true, Set.of());
  }

  @Override
  public void relation(Name name, List<Line> lines, boolean whole, Set<Long> labels) {
    var outline = Outline.of(lines);
    if (!outline.isEmpty() && whole) {
      var box = Coverage.NONE;
      for (var ring : outline.rings()) {
        box = box.with(ring);
      }
      areas.add(new City(name.text, outline, box));
    }
  }
}
