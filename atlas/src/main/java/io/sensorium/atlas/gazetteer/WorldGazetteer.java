package io.sensorium.atlas.gazetteer;

import io.sensorium.atlas.bundle.BundledIndex;
import io.sensorium.atlas.points.PointIndex;
import io.sensorium.atlas.points.RecordReader;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.place.Address;
import io.sensorium.core.place.Gazetteer;
import io.sensorium.core.place.PlaceCandidate;
import io.sensorium.core.place.Visit;
import io.sensorium.core.time.ZoneLookup;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The countries and cities of the world, without a map: borders are those of the time zones, cities
 * come from GeoNames. Knows neither streets nor places. See docs/algorithms/addresses.md.
 */
public final class WorldGazetteer implements Gazetteer {

  static final String INDEX = "gazetteer";

  /** Begins the file; changes with its format. */
  static final int MAGIC = 0x53475A31;

  /** What the first look-up opens. */
  private record Opened(
      List<String> countries, Map<String, Integer> countryOfZone, PointIndex cities) {

    static Opened read(ByteBuffer bytes) {
      if (bytes.getInt(0) != MAGIC) {
        throw new IllegalArgumentException("not a gazetteer");
      }
      var record = new RecordReader(bytes, 8);
      var countries = new String[(int) record.number()];
      for (int i = 0; i < countries.length; i++) {
        countries[i] = record.text();
      }
      var countryOfZone = new HashMap<String, Integer>();
      for (long zones = record.number(); zones > 0; zones--) {
        countryOfZone.put(record.text(), (int) record.number());
      }
      int citiesAt = 8 + bytes.getInt(4);
      return new Opened(
          List.of(countries),
          Map.copyOf(countryOfZone),
          new PointIndex(bytes.slice(citiesAt, bytes.limit() - citiesAt)));
    }
  }

  private final ZoneLookup zones;
  private final BundledIndex file;
  private volatile @Nullable Opened opened;

  /**
   * Opens nothing yet: the first look-up copies the index into the directory, unless it is there,
   * and maps it; it throws an {@code AtlasException} if the directory cannot be used.
   */
  public WorldGazetteer(ZoneLookup zones, Path cacheDirectory) {
    this.zones = zones;
    this.file = new BundledIndex(WorldGazetteer.class, INDEX, cacheDirectory);
  }

  @Override
  public Address addressAt(LatLon position) {
    var world = opened();
    var country = world.countryOfZone.get(zones.zoneAt(position).getId());
    var city =
        NearestCity.find(
            world.cities,
            position.latitudeDeg(),
            position.longitudeDeg(),
            country == null ? NearestCity.ANY_COUNTRY : country);
    var name = country == null ? null : world.countries.get(country);
    if (city.isEmpty()) {
      return Address.ofCity(name, null, null);
    }
    var found = city.get();
    return Address.ofCity(
        name == null ? world.countries.get(found.country()) : name,
        found.name(),
        found.rank().wireName());
  }

  @Override
  public List<PlaceCandidate> candidatesOf(Visit visit) {
    return List.of();
  }

  @Override
  public String version() {
    return file.version();
  }

  private Opened opened() {
    var current = opened;
    return current == null ? open() : current;
  }

  private synchronized Opened open() {
    var current = opened;
    if (current == null) {
      current = Opened.read(file.map());
      opened = current;
    }
    return current;
  }
}
