package io.sensorium.atlas.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.matching.RoadMatcher;
import io.sensorium.analysis.matching.ZoneStretch;
import io.sensorium.atlas.region.Atlas;
import io.sensorium.atlas.region.MapDirectory;
import io.sensorium.atlas.roads.MadeRoads;
import io.sensorium.atlas.roads.RoadsLayer;
import io.sensorium.core.driving.RoadZone;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.PathPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A village of streets, a road that leads out of it into the fields, and a motorway through it. */
class AtlasZonesTest {

  private static final RoadsLayer LAYER = new RoadsLayer(MadeRoads.ZONES);
  private static final int STREETS = 16;
  private static final double BLOCK_METERS = 100;
  private static final double VILLAGE_METERS = (STREETS - 1) * BLOCK_METERS;
  private static final double FIELDS_METERS = 5_000;
  private static final long FIELDS = 1_001;
  private static final long MOTORWAY_WEST = 1_002;
  private static final long MOTORWAY_EAST = 1_003;

  @TempDir private java.nio.file.Path directory;

  private RoadMatcher roads = RoadMatcher.NONE;

  @BeforeEach
  void importMap() {
    var made = new MadeRoads();
    for (int row = 0; row < STREETS; row++) {
      for (int column = 0; column < STREETS; column++) {
        made.node(crossing(row, column), column * BLOCK_METERS, row * BLOCK_METERS);
      }
    }
    made.node(FIELDS, VILLAGE_METERS + FIELDS_METERS, 0);
    made.node(MOTORWAY_WEST, 0, BLOCK_METERS / 2);
    made.node(MOTORWAY_EAST, VILLAGE_METERS, BLOCK_METERS / 2);
    for (int street = 0; street < STREETS; street++) {
      int line = street;
      made.way("highway=residential", line(i -> crossing(i, line)));
      if (street > 0) {
        made.way("highway=residential", line(i -> crossing(line, i)));
      }
    }
    made.way("highway=secondary", line(i -> crossing(0, i)));
    made.way("highway=secondary", crossing(0, STREETS - 1), FIELDS);
    made.way("highway=motorway", MOTORWAY_WEST, MOTORWAY_EAST);
    var maps = new MapDirectory(directory.resolve("maps"), List.of(LAYER));
    maps.importFile("made", made.write(directory), (_, _) -> {});
    roads = new AtlasRoads(new Atlas(maps), LAYER, MadeRoads.ZONES).current();
  }

  private static long crossing(int row, int column) {
    return 1 + (long) row * STREETS + column;
  }

  private static Long[] line(IntToLongFunction nodes) {
    return IntStream.range(0, STREETS).mapToLong(nodes).boxed().toArray(Long[]::new);
  }

  private static PathPoint at(int second, double east, double north, @Nullable String roadType) {
    var position =
        Path.rounded(MadeRoads.latitudeE7(north) * 1e-7, MadeRoads.longitudeE7(east) * 1e-7);
    return new PathPoint(second * 1_000_000L, position, 36, roadType, null);
  }

  /** A way to the east, at a height above the first street. */
  private static Path eastwards(double north, @Nullable String roadType, double... east) {
    var points = new ArrayList<PathPoint>();
    for (int i = 0; i < east.length; i++) {
      points.add(at(i, east[i], north, roadType));
    }
    return new Path(points);
  }

  @Test
  void theRoadOutOfTheVillageIsInTheCityFirstAndThenNot() {
    var way = eastwards(0, "secondary", 100, 400, 800, 3_500, 4_500, 6_000);

    assertThat(roads.zones(way))
        .containsExactly(
            new ZoneStretch(0, 2, RoadZone.CITY), new ZoneStretch(2, 5, RoadZone.NON_CITY));
  }

  @Test
  void aMotorwayThroughTheVillageIsAMotorway() {
    assertThat(roads.zones(eastwards(BLOCK_METERS / 2, "motorway", 100, 500, 900)))
        .containsExactly(new ZoneStretch(0, 2, RoadZone.MOTORWAY));
  }

  @Test
  void whatIsOnNoRoadIsInNoZone() {
    assertThat(roads.zones(eastwards(0, null, 100, 400, 800))).isEmpty();
    assertThat(roads.zones(eastwards(-30, "secondary", 100, 400, 800))).isEmpty();
    assertThat(roads.zones(Path.EMPTY)).isEmpty();
  }

  @Test
  void aStretchEndsWhereTheRoadIsLeft() {
    var way =
        new Path(
            List.of(
                at(0, 100, 0, "secondary"),
                at(1, 200, 0, null),
                at(2, 300, 0, "secondary"),
                at(3, 400, 0, null)));

    assertThat(roads.zones(way))
        .containsExactly(
            new ZoneStretch(0, 1, RoadZone.CITY), new ZoneStretch(2, 3, RoadZone.CITY));
  }
}
