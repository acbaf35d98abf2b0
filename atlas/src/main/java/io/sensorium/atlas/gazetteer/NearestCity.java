package io.sensorium.atlas.gazetteer;

import io.sensorium.atlas.points.PointIndex;
import io.sensorium.atlas.points.RecordWriter;
import java.util.Optional;

/**
 * The city nearest to a position, a greater one counting as nearer.
 *
 * <p>The record of a city is the ordinal of its {@link CityRank}, the number of its country, and
 * its name. For use by one thread.
 */
final class NearestCity implements PointIndex.Visitor {
  /*
   * Distances are divided by the reach of the rank. The search widens until no city outside of it,
   * of whatever rank, could come out nearer than the best that was found.
   */

  /**
   * A city, with the number of its country.
   *
   * @param reachRatio how far it is, in parts of the reach of its rank
   */
  record Found(String name, CityRank rank, int country, double reachRatio) {}

  /** Cities of all countries are looked for. */
  static final int ANY_COUNTRY = -1;

  /** Farther off, nobody would say that they are in the city. */
  static final double MAX_METERS = 40_000;

  private static final double FIRST_METERS = 3_000;
  private static final double WIDENING = 3;
  private static final CityRank[] RANKS = CityRank.values();

  private final PointIndex index;
  private final int country;
  private double leastRatio = Double.MAX_VALUE;
  private int nearest = -1;

  private NearestCity(PointIndex index, int country) {
    this.index = index;
    this.country = country;
  }

  static byte[] record(CityRank rank, int country, String name) {
    return new RecordWriter().number(rank.ordinal()).number(country).text(name).toBytes();
  }

  static Optional<Found> find(
      PointIndex index, double latitudeDeg, double longitudeDeg, int country) {
    var search = new NearestCity(index, country);
    double radiusMeters = FIRST_METERS;
    while (true) {
      index.visitNear(latitudeDeg, longitudeDeg, radiusMeters, search);
      boolean isSettled = search.leastRatio * CityRank.CITY.reachMeters() <= radiusMeters;
      if (isSettled || radiusMeters >= MAX_METERS) {
        return search.found();
      }
      radiusMeters = Math.min(MAX_METERS, radiusMeters * WIDENING);
    }
  }

  @Override
  public void visit(double meters, double latitudeDeg, double longitudeDeg, int record) {
    var city = index.record(record);
    double ratio = meters / RANKS[(int) city.number()].reachMeters();
    if (ratio < leastRatio && (country == ANY_COUNTRY || country == city.number())) {
      leastRatio = ratio;
      nearest = record;
    }
  }

  private Optional<Found> found() {
    if (nearest < 0) {
      return Optional.empty();
    }
    var record = index.record(nearest);
    var rank = RANKS[(int) record.number()];
    int countryNumber = (int) record.number();
    return Optional.of(new Found(record.text(), rank, countryNumber, leastRatio));
  }
}
