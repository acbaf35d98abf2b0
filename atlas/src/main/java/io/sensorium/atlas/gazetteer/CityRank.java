package io.sensorium.atlas.gazetteer;

import java.util.Locale;
import java.util.Optional;

/** The places that count as a city in an address, by their OpenStreetMap words. */
public enum CityRank {
  CITY(15_000),
  TOWN(8_000),
  VILLAGE(3_000),
  HAMLET(1_500);

  private final double reachMeters;

  CityRank(double reachMeters) {
    this.reachMeters = reachMeters;
  }

  /** How far the place reaches as far as nobody drew its border; weighs distances. */
  public double reachMeters() {
    return reachMeters;
  }

  /** The word of OpenStreetMap's tag {@code place}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rank of a value of the tag {@code place}; nothing for what is no city. */
  public static Optional<CityRank> ofPlaceTag(String value) {
    return switch (value) {
      case "city" -> Optional.of(CITY);
      case "town", "borough", "municipality" -> Optional.of(TOWN);
      case "village" -> Optional.of(VILLAGE);
      case "hamlet", "isolated_dwelling" -> Optional.of(HAMLET);
      default -> Optional.empty();
    };
  }

  /** The rank by the number of inhabitants, as OpenStreetMap's guidance has it. */
  public static CityRank ofPopulation(long inhabitants) {
    if (inhabitants >= 100_000) {
      return CITY;
    }
    if (inhabitants >= 10_000) {
      return TOWN;
    }
    return inhabitants >= 200 ? VILLAGE : HAMLET;
  }
}
