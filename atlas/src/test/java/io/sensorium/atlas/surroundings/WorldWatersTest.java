package io.sensorium.atlas.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks the index of the world's waters for places that are surely wet or dry. */
class WorldWatersTest {

  @TempDir private static Path cache;

  private static WorldWaters waters;

  @BeforeAll
  static void open() {
    waters = new WorldWaters(cache);
  }

  @ParameterizedTest
  @CsvSource({
    "54.00, 3.00", // North Sea
    "47.60, 9.40", // Lake Constance
    "52.80, 5.40", // IJsselmeer
    "37.75, -122.35", // San Francisco Bay
    "0.00, -180.00", // the Pacific, at the antimeridian
    "43.50, -87.00", // Lake Michigan
  })
  void seasAndLakesAreWater(double latitudeDeg, double longitudeDeg) {
    assertThat(waters.isWater(latitudeDeg, longitudeDeg)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "51.00, 10.00", // the middle of Germany
    "37.80, -122.25", // Oakland
    "52.45, 5.60", // Flevoland, drained in 1957
    "-85.00, 0.00", // Antarctica
    "48.20, 16.37", // Vienna: the Danube is no lake
  })
  void landIsNone(double latitudeDeg, double longitudeDeg) {
    assertThat(waters.isWater(latitudeDeg, longitudeDeg)).isFalse();
  }
}
