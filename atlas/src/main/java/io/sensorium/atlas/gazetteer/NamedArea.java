package io.sensorium.atlas.gazetteer;

import io.sensorium.atlas.points.RecordWriter;
import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.shape.Outline;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An area of a map while the layer is drawn, and the cities that are found in it. */
final class NamedArea {
  /*
   * A state may bear the name of a city in it and be none. So an area above the municipalities is a
   * city only when the map says that the city of its name is its seat.
   */

  private static final int NO_LEVEL = 0;
  private static final int LEAST_MUNICIPAL_LEVEL = 7;

  private final String name;
  private final int level;
  private final Outline outline;
  private final Set<Long> labels;
  private final Coverage box;
  private final double squareMeters;
  private @Nullable CityRank rank;
  private boolean hasCities;

  NamedArea(String name, int level, Outline outline, Set<Long> labels) {
    this.name = name;
    this.level = level;
    this.outline = outline;
    this.labels = labels;
    this.squareMeters = outline.squareMeters();
    var grown = Coverage.NONE;
    for (var ring : outline.rings()) {
      grown = grown.with(ring);
    }
    this.box = grown;
  }

  static NamedArea ofCity(String name, CityRank rank, Outline outline) {
    var area = new NamedArea(name, NO_LEVEL, outline, Set.of());
    area.rank = rank;
    return area;
  }

  double squareMeters() {
    return squareMeters;
  }

  Outline outline() {
    return outline;
  }

  void findCities(List<CityNode> cities) {
    if (rank != null) {
      return;
    }
    for (var city : cities) {
      double latitudeDeg = city.latitudeE7() * 1e-7;
      double longitudeDeg = city.longitudeE7() * 1e-7;
      if (box.holds(latitudeDeg, longitudeDeg) && outline.contains(latitudeDeg, longitudeDeg)) {
        hasCities |= city.rank().compareTo(CityRank.VILLAGE) <= 0;
        boolean isSame = level >= LEAST_MUNICIPAL_LEVEL || labels.contains(city.id());
        if (isSame
            && city.name().equals(name)
            && (rank == null || city.rank().compareTo(rank) < 0)) {
          rank = city.rank();
        }
      }
    }
  }

  byte[] record() {
    return new RecordWriter()
        .number(level)
        .number(rank == null ? 0 : rank.ordinal() + 1)
        .number(hasCities ? 1 : 0)
        .text(name)
        .toBytes();
  }
}
