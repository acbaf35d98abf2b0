package io.sensorium.atlas.gazetteer;

import io.sensorium.atlas.area.AreaIndex;
import io.sensorium.atlas.points.PointIndex;
import io.sensorium.atlas.points.RecordTable;
import io.sensorium.atlas.segments.SegmentIndex;
import io.sensorium.atlas.shape.Coverage;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.place.Address;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses by the map of a region. Safe for use by many threads. */
public final class MapAddresses {
  /*
   * Areas are numbered by their size. The city is the smallest area around the position that is one:
   * that bears the name of a city, town or village in it. An area of a municipality that bears none of
   * their names, but has some in it, is several that were merged: there the nearest is the city.
   */

  private static final int COUNTRY_LEVEL = 2;
  private static final int REGION_LEVEL = 4;
  private static final int DISTRICT_LEVEL = 6;
  private static final int LEAST_MUNICIPAL_LEVEL = 7;
  private static final double STREET_METERS = 60;

  /**
   * Farther from a city than this, in parts of its reach, the map does not say that it is the city.
   */
  private static final double MOST_REACH_RATIO = 2.5;

  private static final CityRank[] RANKS = CityRank.values();

  private final Coverage coverage;
  private final AreaIndex areas;
  private final RecordTable areaRecords;
  private final PointIndex cities;
  private final SegmentIndex streets;

  MapAddresses(
      Coverage coverage,
      AreaIndex areas,
      RecordTable areaRecords,
      PointIndex cities,
      SegmentIndex streets) {
    this.coverage = coverage;
    this.areas = areas;
    this.areaRecords = areaRecords;
    this.cities = cities;
    this.streets = streets;
  }

  /** An area with a name. */
  record Area(int level, @Nullable CityRank rank, boolean hasCities, String name) {

    boolean isOfMergedCities() {
      return rank == null && hasCities && level >= LEAST_MUNICIPAL_LEVEL;
    }
  }

  /** What the map knows of the position; nothing outside of the map. */
  public Address addressAt(LatLon position) {
    double latitudeDeg = position.latitudeDeg();
    double longitudeDeg = position.longitudeDeg();
    if (!coverage.holds(latitudeDeg, longitudeDeg)) {
      return Address.UNKNOWN;
    }
    var address = new Building();
    for (int number : areas.areasAt(latitudeDeg, longitudeDeg)) {
      address.add(area(number));
    }
    if (address.city == null) {
      nearestCity(latitudeDeg, longitudeDeg).ifPresent(address::take);
    }
    address.street = nearestStreet(latitudeDeg, longitudeDeg);
    return address.build();
  }

  /** The city by the places' own positions alone, as where no border is known. */
  public Optional<String> cityByPlacesAlone(LatLon position) {
    return nearestCity(position.latitudeDeg(), position.longitudeDeg())
        .map(NearestCity.Found::name);
  }

  private Optional<NearestCity.Found> nearestCity(double latitudeDeg, double longitudeDeg) {
    return NearestCity.find(cities, latitudeDeg, longitudeDeg, NearestCity.ANY_COUNTRY)
        .filter(found -> found.reachRatio() <= MOST_REACH_RATIO);
  }

  private Area area(int number) {
    var record = areaRecords.record(number);
    int level = (int) record.number();
    int rank = (int) record.number();
    boolean hasCities = record.number() == 1;
    return new Area(level, rank == 0 ? null : RANKS[rank - 1], hasCities, record.text());
  }

  private @Nullable String nearestStreet(double latitudeDeg, double longitudeDeg) {
    var nearest = new NearestStreet();
    streets.visitNear(latitudeDeg, longitudeDeg, STREET_METERS, nearest);
    return nearest.record < 0 ? null : streets.record(nearest.record).text();
  }

  private static final class NearestStreet implements SegmentIndex.Visitor {

    private double meters = Double.POSITIVE_INFINITY;
    private int record = -1;

    @Override
    public void visit(
        double pieceMeters,
        double aEast,
        double aNorth,
        double bEast,
        double bNorth,
        int pieceRecord) {
      if (pieceMeters < meters) {
        meters = pieceMeters;
        record = pieceRecord;
      }
    }
  }

  /** An address while areas are added, the smallest first. */
  private static final class Building {

    private @Nullable String country;
    private @Nullable String region;
    private @Nullable String district;
    private @Nullable String city;
    private @Nullable CityRank rank;
    private @Nullable String street;
    private boolean isOfMergedCities;

    void add(Area area) {
      switch (area.level) {
        case COUNTRY_LEVEL -> country = area.name;
        case REGION_LEVEL -> region = area.name;
        case DISTRICT_LEVEL -> district = area.name;
        default -> {}
      }
      isOfMergedCities |= city == null && area.isOfMergedCities();
      if (city == null && area.rank != null && !isOfMergedCities) {
        city = area.name;
        rank = area.rank;
      }
    }

    void take(NearestCity.Found found) {
      city = found.name();
      rank = found.rank();
    }

    Address build() {
      return new Address(
          country, region, district, city, rank == null ? null : rank.wireName(), street);
    }
  }
}
