package io.sensorium.core.place;

import org.jspecify.annotations.Nullable;

/**
 * Where a position is, in the names that people there use. What is not known is null.
 *
 * @param country by its own name, in all its languages, such as {@code België / Belgique / Belgien}
 * @param region the largest part of the country, such as a state
 * @param district the part of the region
 * @param city the city, town or village
 * @param cityType the OpenStreetMap word for what the city is, such as {@code town}
 * @param street the nearest street that has a name, for positions beside one
 */
public record Address(
    @Nullable String country,
    @Nullable String region,
    @Nullable String district,
    @Nullable String city,
    @Nullable String cityType,
    @Nullable String street) {

  /** Of a place of which nothing is known, such as the high seas. */
  public static final Address UNKNOWN = new Address(null, null, null, null, null, null);

  /** An address that knows the country and the city alone. */
  public static Address ofCity(
      @Nullable String country, @Nullable String city, @Nullable String cityType) {
    return new Address(country, null, null, city, cityType, null);
  }

  /** The same, with another's words where this one has none. */
  public Address orElse(Address other) {
    return new Address(
        country == null ? other.country : country,
        region == null ? other.region : region,
        district == null ? other.district : district,
        city == null ? other.city : city,
        city == null ? other.cityType : cityType,
        street == null ? other.street : street);
  }
}
