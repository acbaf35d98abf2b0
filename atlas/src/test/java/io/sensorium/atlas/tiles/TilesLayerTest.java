package io.sensorium.atlas.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.atlas.osm.ElementType;
import io.sensorium.atlas.osm.MadeMap;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.osm.OsmWriter.Member;
import io.sensorium.atlas.tiles.DecodedTile.Shape;
import io.sensorium.atlas.tiles.DecodedTile.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TilesLayerTest {

  /** A tile of zoom 14 at 50 degrees north is about 1.57 km wide, and this is its column. */
  private static final int COLUMN = 8374;

  private static final int ROW = 5556;

  @TempDir private Path temp;
  private Path directory = Path.of("");

  private final TilesLayer layer = new TilesLayer();
  private final MadeMap made = new MadeMap();

  @BeforeEach
  void aDirectoryOfItsOwn() throws IOException {
    directory = Files.createDirectory(temp.resolve("region"));
  }

  /** Degrees of the place that lies so many units into the tile. */
  private static double longitude(int units) {
    return (COLUMN + units / 4096.0) / (1 << 14) * 360 - 180;
  }

  private static double latitude(int units) {
    double n = Math.PI * (1 - 2 * (ROW + units / 4096.0) / (1 << 14));
    return Math.toDegrees(Math.atan(Math.sinh(n)));
  }

  private TileArchive build() throws IOException {
    layer.build(OsmFile.open(made.write(temp.resolve("map"))), directory, (_, _) -> {});
    return layer.open(directory);
  }

  private static List<Shape> shapes(TileArchive tiles, int zoom, int x, int y, String name)
      throws IOException {
    var packed = tiles.find(zoom, x, y);
    return packed.isEmpty() ? List.of() : DecodedTile.of(packed.get()).layer(name);
  }

  private long box(Map<String, String> tags, int left, int top, int right, int bottom) {
    return made.box(tags, latitude(bottom), longitude(left), latitude(top), longitude(right));
  }

  @Test
  void aRoadLiesWhereItIsWithWhatIsSaidOfIt() throws IOException {
    made.line(
        Map.of(
            "highway",
            "primary_link",
            "name",
            "Brug",
            "ref",
            "N7",
            "oneway",
            "-1",
            "bridge",
            "yes"),
        latitude(100),
        longitude(200),
        latitude(900),
        longitude(1200));

    var road = shapes(build(), 14, COLUMN, ROW, "road");

    assertThat(road).hasSize(1);
    assertThat(road.getFirst().type()).isEqualTo(2);
    assertThat(road.getFirst().attributes())
        .containsOnly(
            Map.entry("class", "primary"),
            Map.entry("link", "1"),
            Map.entry("name", "Brug"),
            Map.entry("ref", "N7"),
            Map.entry("oneway", "-1"),
            Map.entry("bridge", "1"));
    assertThat(road.getFirst().parts())
        .containsExactly(List.of(new Spot(200, 100), new Spot(1200, 900)));
  }

  @Test
  void aHoleOfABuildingRunsTheOtherWayRound() throws IOException {
    long outer = box(Map.of(), 1000, 1000, 1400, 1300);
    long hole = box(Map.of(), 1100, 1100, 1200, 1200);
    made.relation(
        Map.of("type", "multipolygon", "building", "yes"),
        List.of( // with roles that lie: what is inside tells
            new Member(ElementType.WAY, hole, "outer"),
            new Member(ElementType.WAY, outer, "outer")));

    var buildings = shapes(build(), 14, COLUMN, ROW, "building");

    assertThat(buildings).hasSize(1);
    var building = buildings.getFirst();
    assertThat(building.parts()).hasSize(2);
    assertThat(building.doubleArea(0)).isEqualTo(2 * 400 * 300);
    assertThat(building.doubleArea(1)).isEqualTo(-2 * 100 * 100);
  }

  @Test
  void twoCourtsWithAHouseInOneAreThreeAreas() throws IOException {
    long outer = box(Map.of(), 1000, 1000, 2000, 2000);
    long court = box(Map.of(), 1100, 1100, 1900, 1900);
    long house = box(Map.of(), 1200, 1200, 1300, 1300);
    long other = box(Map.of(), 3000, 1000, 3100, 1100);
    made.relation(
        Map.of("type", "multipolygon", "building", "yes"),
        List.of(
            new Member(ElementType.WAY, outer, "outer"),
            new Member(ElementType.WAY, court, "inner"),
            new Member(ElementType.WAY, house, "outer"),
            new Member(ElementType.WAY, other, "outer")));

    var buildings = shapes(build(), 14, COLUMN, ROW, "building");

    assertThat(buildings).extracting(building -> building.parts().size()).containsExactly(2, 1, 1);
  }

  @Test
  void neighboursHoldTheSamePointsOnBothSidesOfTheirBorder() throws IOException {
    made.line(
        Map.of("highway", "primary"),
        latitude(100),
        longitude(3000),
        latitude(700),
        longitude(4000),
        latitude(1500),
        longitude(5200));
    box(Map.of("natural", "water"), 3500, 2000, 4700, 2600);
    var tiles = build();

    for (var name : List.of("road", "water")) {
      var left = shapes(tiles, 14, COLUMN, ROW, name).getFirst().parts().getFirst();
      var right = shapes(tiles, 14, COLUMN + 1, ROW, name).getFirst().parts().getFirst();
      assertThat(crossings(left, 4096)).isNotEmpty();
      assertThat(crossings(left, 4096).length).isEqualTo(crossings(right, 0).length);
      assertThat(crossings(left, 4096)).containsExactly(crossings(right, 0), within(1.0));
    }
  }

  /** Where a line crosses a border between columns, from north to south. */
  private static double[] crossings(List<Spot> line, int border) {
    var found = new double[line.size()];
    int count = 0;
    for (int i = 1; i < line.size(); i++) {
      var from = line.get(i - 1);
      var to = line.get(i);
      if ((from.x() < border) != (to.x() < border)) {
        double ratio = (double) (border - from.x()) / (to.x() - from.x());
        found[count++] = from.y() + ratio * (to.y() - from.y());
      }
    }
    Arrays.sort(found, 0, count);
    return Arrays.copyOf(found, count);
  }

  @Test
  void aLakeThatFillsATileLeavesItsShoresOut() throws IOException {
    box(Map.of("natural", "water"), -9000, -9000, 9000, 9000);

    var water = shapes(build(), 14, COLUMN, ROW, "water");

    int most = 4096 + FeatureCutter.BUFFER_UNITS;
    assertThat(water).hasSize(1);
    assertThat(water.getFirst().parts().getFirst())
        .allSatisfy(
            spot -> {
              assertThat(spot.x()).isIn(-FeatureCutter.BUFFER_UNITS, most);
              assertThat(spot.y()).isIn(-FeatureCutter.BUFFER_UNITS, most);
            });
  }

  @Test
  void whatIsTooSmallForAZoomIsNotDrawnAtIt() throws IOException {
    box(Map.of("landuse", "forest"), 1000, 1000, 1040, 1040);
    var tiles = build();

    assertThat(shapes(tiles, 14, COLUMN, ROW, "landuse")).hasSize(1);
    assertThat(shapes(tiles, 13, COLUMN / 2, ROW / 2, "landuse")).hasSize(1);
    assertThat(shapes(tiles, 10, COLUMN >> 4, ROW >> 4, "landuse")).isEmpty();
  }

  @Test
  void aBorderOfTwoCountiesIsDrawnOnce() throws IOException {
    long shared =
        made.line(Map.of(), latitude(100), longitude(2000), latitude(3000), longitude(2000));
    for (var level : List.of("6", "8")) {
      made.relation(
          Map.of("type", "boundary", "boundary", "administrative", "admin_level", level),
          List.of(new Member(ElementType.WAY, shared, "outer")));
    }

    assertThat(shapes(build(), 14, COLUMN, ROW, "boundary"))
        .singleElement()
        .satisfies(border -> assertThat(border.attributes()).containsEntry("admin_level", "6"));
  }

  @Test
  void aNameStandsInsideOfWhatHasIt() throws IOException {
    made.line( // an L, whose middle is outside
        Map.of("leisure", "park", "name", "Hoek"),
        latitude(1000),
        longitude(1000),
        latitude(3000),
        longitude(1000),
        latitude(3000),
        longitude(3000),
        latitude(2800),
        longitude(3000),
        latitude(2800),
        longitude(1200),
        latitude(1000),
        longitude(1200),
        latitude(1000),
        longitude(1000));

    var name = shapes(build(), 14, COLUMN, ROW, "poi").getFirst();

    assertThat(name.attributes()).containsEntry("name", "Hoek");
    var spot = name.parts().getFirst().getFirst();
    assertThat(spot.x()).isBetween(1001, 1199);
    assertThat(spot.y()).isBetween(1001, 2999);
  }

  @Test
  void layersAndRanksComeInTheirOrder() throws IOException {
    made.point(Map.of("place", "village", "name", "Dorp"), latitude(500), longitude(500));
    made.line(Map.of("highway", "primary"), latitude(1), longitude(1), latitude(9), longitude(900));
    made.line(Map.of("highway", "service"), latitude(1), longitude(1), latitude(900), longitude(9));
    box(Map.of("building", "yes"), 2000, 2000, 2050, 2050);
    box(Map.of("landuse", "residential"), 0, 0, 4000, 4000);

    var tile = DecodedTile.of(build().find(14, COLUMN, ROW).orElseThrow());

    assertThat(tile.layers()).containsExactly("landuse", "building", "road", "place");
    assertThat(tile.layer("road"))
        .extracting(road -> road.attributes().get("class"))
        .containsExactly("service", "primary");
  }

  @Test
  void tilesOfTwoRegionsBecomeOneWithAllOfBoth() throws IOException {
    made.line(
        Map.of("highway", "primary", "name", "West"),
        latitude(1),
        longitude(1),
        latitude(9),
        longitude(900));
    var west = build().find(14, COLUMN, ROW).orElseThrow();
    var other = new MadeMap();
    other.line(
        Map.of("highway", "primary", "name", "East", "oneway", "yes"),
        latitude(70),
        longitude(2000),
        latitude(80),
        longitude(3000));
    other.box(
        Map.of("natural", "water"), latitude(900), longitude(2000), latitude(300), longitude(2500));
    var second = Files.createDirectory(temp.resolve("second"));
    layer.build(OsmFile.open(other.write(temp.resolve("other"))), second, (_, _) -> {});
    var east = layer.open(second).find(14, COLUMN, ROW).orElseThrow();

    var merged = DecodedTile.of(VectorTile.merge(List.of(west, east)));

    assertThat(merged.layer("road"))
        .containsExactly(
            DecodedTile.of(west).layer("road").getFirst(),
            DecodedTile.of(east).layer("road").getFirst());
    assertThat(merged.layer("water")).hasSize(1);
  }

  @Test
  void whereNothingLiesThereIsNoTile() throws IOException {
    box(Map.of("building", "yes"), 0, 0, 50, 50);
    var tiles = build();

    assertThat(tiles.find(14, COLUMN + 40, ROW)).isEmpty();
    assertThat(tiles.touches(14, COLUMN, ROW)).isTrue();
    assertThat(tiles.touches(14, COLUMN + 40, ROW)).isFalse();
    assertThat(tiles.find(15, 2 * COLUMN, 2 * ROW)).isEmpty();
    assertThat(tiles.find(14, -1, 1 << 14)).isEmpty();
  }

  @Test
  void aMapOfNothingHasNoTiles() throws IOException {
    made.point(Map.of(), 50, 4);
    var tiles = build();

    assertThat(tiles.tileCount()).isZero();
    assertThat(tiles.find(14, COLUMN, ROW)).isEmpty();
    assertThat(tiles.touches(4, 8, 5)).isFalse();
  }

  @Test
  void anArchiveThatIsCutOffOrOfAnotherKindIsRefused() throws IOException {
    box(Map.of("building", "yes"), 0, 0, 50, 50);
    build();
    var file = directory.resolve("tiles.pmtiles");
    var whole = Files.readAllBytes(file);

    assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    for (int length : new int[] {0, 50, 127, 200, whole.length - 1}) {
      var cut = Files.write(temp.resolve("cut"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> TileArchive.open(cut))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cut: ");
    }
    whole[0] = 'X';
    Files.write(temp.resolve("other"), whole);
    assertThatThrownBy(() -> TileArchive.open(temp.resolve("other")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no archive of vector tiles");
  }
}
