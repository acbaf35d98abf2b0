package io.sensorium.atlas.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.analysis.surroundings.Thing;
import io.sensorium.atlas.osm.ElementType;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.osm.OsmWriter;
import io.sensorium.atlas.osm.OsmWriter.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A coast at 7.0 degrees east, the sea west of it, with a lake, a railway, a ferry and an airport.
 */
class SurroundingsLayerTest {

  @TempDir private static Path directory;

  private static MapSurroundings map;
  private static AtlasSurroundings atlas;

  @BeforeAll
  static void build() throws IOException {
    var writer = new OsmWriter();
    /* Land lies left of the way that a coast leads, here southwards: in the east. */
    way(writer, 1, Map.of("natural", "coastline"), 45.2, 7.0, 45.1, 7.01, 45.0, 7.0, 44.8, 7.0);
    way(
        writer,
        2,
        Map.of("natural", "water"),
        45.0,
        7.2,
        45.1,
        7.2,
        45.1,
        7.3,
        45.0,
        7.3,
        45.0,
        7.2);
    way(writer, 3, Map.of("railway", "rail"), 45.0, 7.1, 45.1, 7.1);
    way(writer, 4, Map.of("route", "ferry"), 45.05, 6.8, 45.05, 7.0);
    way(writer, 5, Map.of("aeroway", "aerodrome"), 45.2, 7.1, 45.22, 7.1, 45.22, 7.13, 45.2, 7.1);
    way(writer, 6, Map.of("highway", "primary", "bridge", "yes"), 45.05, 7.19, 45.05, 7.31);
    way(writer, 7, Map.of("highway", "primary", "bridge", "no"), 45.06, 7.19, 45.06, 7.31);
    way(writer, 8, Map.of("highway", "residential"), 45.12, 7.1, 45.12, 7.2);
    writer.relation(9, Map.of("type", "route", "route", "bus"), new Member(ElementType.WAY, 8, ""));
    var file = writer.write(directory.resolve("map.osm.pbf"));
    var layer = new SurroundingsLayer();
    layer.build(OsmFile.open(file), directory, (_, _) -> {});
    map = layer.open(directory);
    atlas =
        new AtlasSurroundings(
            new WorldWaters(directory.resolve("cache")),
            new AtlasSurroundings.Maps("made@1", List.of(map)));
  }

  private static void way(OsmWriter writer, long id, Map<String, String> tags, double... degrees) {
    var nodes = new Long[degrees.length / 2];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = id * 100 + i;
      boolean closes = i > 0 && degrees[2 * i] == degrees[0] && degrees[2 * i + 1] == degrees[1];
      if (closes) {
        nodes[i] = nodes[0];
      } else {
        writer.node(nodes[i], degrees[2 * i], degrees[2 * i + 1]);
      }
    }
    writer.way(id, tags, nodes);
  }

  @Test
  void theSeaIsWhereTheCoastHasItsRight() {
    assertThat(map.isWater(44.9, 6.99)).isTrue();
    assertThat(map.isWater(44.9, 7.01)).isFalse();
    assertThat(map.isWater(45.1, 7.005)).as("beside the corner of the coast").isTrue();
    assertThat(map.isWater(45.1, 7.012)).isFalse();
    assertThat(map.isWater(45.0001, 6.999)).isTrue();
  }

  @Test
  void aLakeIsWaterToItsShore() {
    assertThat(map.isWater(45.05, 7.25)).isTrue();
    assertThat(map.isWater(45.05, 7.199)).isFalse();
  }

  @Test
  void onTheLakeLandIsOffAsFarAsTheMapShows() {
    assertThat(atlas.offshoreMeters(45.02, 7.25, 300)).isEqualTo(300);
    assertThat(atlas.offshoreMeters(45.001, 7.25, 300)).isZero();
    assertThat(atlas.offshoreMeters(45.05, 7.15, 300)).isZero();
  }

  @Test
  void thingsAreAsFarAsTheyAre() {
    assertThat(atlas.metersTo(Thing.RAIL, 45.05, 7.101, 500)).isCloseTo(79, within(2d));
    assertThat(atlas.metersTo(Thing.RAIL, 45.05, 7.2, 500)).isInfinite();
    assertThat(atlas.metersTo(Thing.FERRY_WAY, 45.051, 6.9, 500)).isCloseTo(111, within(2d));
    assertThat(atlas.metersTo(Thing.BUS_ROUTE, 45.1202, 7.15, 500)).isCloseTo(22, within(2d));
    assertThat(atlas.metersTo(Thing.TRAM, 45.05, 7.101, 500)).isInfinite();
  }

  @Test
  void insideAnAirportNothingIsBetween() {
    assertThat(atlas.metersTo(Thing.AERODROME, 45.215, 7.11, 500)).isZero();
    assertThat(atlas.metersTo(Thing.AERODROME, 45.1991, 7.101, 500)).isPositive().isFinite();
  }

  @Test
  void aBridgeIsACrossingUnlessItIsTaggedThatItIsNone() {
    assertThat(atlas.metersTo(Thing.CROSSING, 45.05, 7.25, 100)).isLessThan(1);
    assertThat(atlas.metersTo(Thing.CROSSING, 45.06, 7.25, 100)).isInfinite();
  }

  @Test
  void beyondTheMapNothingIsKnown() {
    assertThat(atlas.metersTo(Thing.RAIL, 50, 7.1, 500)).isNaN();
    assertThat(atlas.version()).isEqualTo("geo-maps-0.6.0,made@1");
  }

  @Test
  void theWatersOfTheWorldHoldWhereThereIsNoMap() {
    assertThat(atlas.offshoreMeters(54, 3, 300)).isEqualTo(300);
    assertThat(atlas.offshoreMeters(51, 10, 300)).isZero();
  }
}
