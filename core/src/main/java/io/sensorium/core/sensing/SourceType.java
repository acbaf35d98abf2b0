package io.sensorium.core.sensing;

import java.time.Duration;
import java.util.Optional;

/**
 * A kind of data source, as the sensor API numbers it. Ids from 100 up are our own.
 *
 * @param name short, such as {@code temp}
 * @param title for people
 * @param precision decimals to show; stored values are not rounded
 * @param capability a number that clients of the sensor API know
 */
public record SourceType(
    int id,
    String name,
    String title,
    Unit unit,
    int precision,
    Duration interval,
    int capability) {

  /** A unit of measurement, as the sensor API numbers it. */
  public record Unit(int id, String name) {}

  /** The type of that name, such as {@code temp}. */
  public static Optional<SourceType> find(String name) {
    return Optional.ofNullable(SourceTypes.BY_NAME.get(name));
  }

  /**
   * The type with that id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static SourceType get(int id) {
    var type = SourceTypes.BY_ID.get(id);
    if (type == null) {
      throw new IllegalArgumentException("no source type has the id " + id);
    }
    return type;
  }
}
