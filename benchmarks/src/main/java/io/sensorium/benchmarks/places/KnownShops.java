package io.sensorium.benchmarks.places;

import io.sensorium.atlas.osm.ElementType;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.osm.OsmVisitor;
import io.sensorium.atlas.osm.Tags;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.place.Visit;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Shops and restaurants with names, as positions of a map. */
final class KnownShops implements OsmVisitor {

  private static final LocalDateTime NOON = LocalDateTime.parse("2025-06-05T12:30:00");
  private static final double ERROR_METERS = 10;

  /** A place, and the broad word for what it is. */
  record Shop(String name, String category, LatLon position) {

    /** A visit of half an hour or so to it, a few metres off. */
    Visit visit(Random random) {
      double offMeters = ERROR_METERS * Math.abs(random.nextGaussian());
      var center = Geodesy.destination(position, random.nextDouble(360), offMeters);
      boolean eats = category.equals("restaurant");
      return new Visit(center, NOON, Duration.ofMinutes(eats ? 70 : 25));
    }
  }

  private final List<Shop> shops = new ArrayList<>();

  private KnownShops() {}

  static List<Shop> read(OsmFile file) throws IOException {
    var known = new KnownShops();
    file.read(EnumSet.of(ElementType.NODE), known, _ -> {});
    return known.shops;
  }

  @Override
  public void node(long id, int latitudeE7, int longitudeE7, Tags tags) {
    var name = tags.find("name");
    var shop = tags.find("shop");
    boolean eats = tags.has("amenity", "restaurant");
    if (name != null && (eats || (shop != null && !shop.equals("vacant")))) {
      var position = new LatLon(latitudeE7 * 1e-7, longitudeE7 * 1e-7);
      shops.add(new Shop(name, eats ? "restaurant" : "shop", position));
    }
  }
}
