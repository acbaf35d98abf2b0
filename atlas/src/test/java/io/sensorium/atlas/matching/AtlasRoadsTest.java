package io.sensorium.atlas.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.atlas.region.Atlas;
import io.sensorium.atlas.region.MapDirectory;
import io.sensorium.atlas.roads.MadeRoads;
import io.sensorium.atlas.roads.RoadsLayer;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.PathPoint;
import io.sensorium.core.timeline.TransportMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtlasRoadsTest {

  private static final RoadsLayer LAYER = new RoadsLayer(MadeRoads.ZONES);

  @TempDir private java.nio.file.Path directory;

  private AtlasRoads roads;

  /** A road that goes 400 m east, then 300 m north, where the limit falls from 70 to 50. */
  @BeforeEach
  void importMap() {
    var file =
        new MadeRoads()
            .node(1, 0, 0)
            .node(2, 400, 0)
            .node(3, 400, 300)
            .way("highway=secondary maxspeed=70", 1L, 2L)
            .way("highway=tertiary maxspeed=50", 2L, 3L)
            .node(4, -1_500, 0)
            .node(5, -1_900, 0)
            .node(6, -1_850, 200)
            .way("highway=primary", 4L, 5L)
            .way("highway=secondary", 4L, 6L)
            .write(directory);
    var maps = new MapDirectory(directory.resolve("maps"), List.of(LAYER));
    maps.importFile("made", file, (_, _) -> {});
    roads = new AtlasRoads(new Atlas(maps), LAYER, MadeRoads.ZONES);
  }

  private static PathPoint at(double second, double east, double north) {
    var position =
        Path.rounded(MadeRoads.latitudeE7(north) * 1e-7, MadeRoads.longitudeE7(east) * 1e-7);
    return new PathPoint((long) (second * 1e6), position, 36, null, null);
  }

  /** Ten metres a second, four metres beside the road, a fix each five seconds. */
  private static Path drive() {
    var points = new ArrayList<PathPoint>();
    for (int second = 0; second <= 35; second += 5) {
      points.add(at(second, 30 + 10 * second, 4));
    }
    for (int second = 40; second <= 60; second += 5) {
      points.add(at(second, 404, 10.0 * (second - 37)));
    }
    return new Path(points);
  }

  private Path match(TransportMode mode, Path path) {
    return roads.current().match(mode, path, FixTrack.EMPTY);
  }

  @Test
  void theWayFollowsTheRoadRoundTheCornerBetweenTwoFixes() {
    var path = match(TransportMode.CAR, drive());

    var corner = at(0, 400, 0).position();
    assertThat(path.points())
        .filteredOn(point -> point.position().distanceMetersTo(corner) < 1.5)
        .isNotEmpty()
        .allSatisfy(point -> assertThat(point.timeMicros() * 1e-6).isBetween(36.0, 39.0));
    assertThat(path.lengthMeters()).isCloseTo(370 + 230 + 4, within(6.0));
  }

  @Test
  void eachVertexHasTheTypeAndTheLimitOfTheRoadBehindIt() {
    var points = match(TransportMode.CAR, drive()).points();

    assertThat(points.get(1).roadType()).isEqualTo("secondary");
    assertThat(points.get(1).speedLimitKmh()).isEqualTo(70);
    assertThat(points.get(points.size() - 2).roadType()).isEqualTo("tertiary");
    assertThat(points.get(points.size() - 2).speedLimitKmh()).isEqualTo(50);
  }

  @Test
  void endsStayAndEachVertexIsAMillisecondLaterAtLeast() {
    var travelled = drive();
    var points = match(TransportMode.CAR, travelled).points();

    assertThat(points.getFirst().position()).isEqualTo(travelled.points().getFirst().position());
    assertThat(points.getFirst().timeMicros()).isZero();
    assertThat(points.getFirst().roadType()).isEqualTo("secondary");
    assertThat(points.getLast()).isEqualTo(travelled.points().getLast());
    for (int i = 1; i < points.size(); i++) {
      assertThat(points.get(i).timeMicros() / 1_000)
          .isGreaterThan(points.get(i - 1).timeMicros() / 1_000);
    }
  }

  /** Between two roads that fork, as far from the one as from the other. */
  private @Nullable String typeBetweenTheFork(double bearingDeg) {
    var points = new ArrayList<PathPoint>();
    var fixes = new ArrayList<GpsFix>();
    double bisector = Math.atan2(200, 350) / 2;
    for (int second = 0; second <= 10; second += 2) {
      double along = 80 + 8 * second;
      var point = at(second, -1_500 - along * Math.cos(bisector), along * Math.sin(bisector));
      points.add(point);
      fixes.add(
          new GpsFix(
              Instant.ofEpochSecond(second),
              point.position(),
              20.0,
              null,
              8.0,
              bearingDeg,
              null,
              LocationProvider.GPS));
    }
    var path = roads.current().match(TransportMode.CAR, new Path(points), FixTrack.of(fixes));
    return path.points().get(1).roadType();
  }

  @Test
  void theCourseThatThePhoneTellsDecidesBetweenRoads() {
    assertThat(typeBetweenTheFork(270)).isEqualTo("primary");
    assertThat(typeBetweenTheFork(300)).isEqualTo("secondary");
  }

  @Test
  void aStopOnTheWayKeepsItsTime() {
    var points = new ArrayList<PathPoint>();
    for (int second = 0; second <= 10; second++) {
      points.add(at(second, 30 + 10 * second, 1));
    }
    for (int second = 11; second <= 70; second++) {
      points.add(at(second, 131, 1));
    }
    for (int second = 71; second <= 80; second++) {
      points.add(at(second, 131 + 10 * (second - 70), 1));
    }

    var matched = match(TransportMode.CAR, new Path(points)).points();

    assertThat(matched)
        .filteredOn(point -> point.timeMicros() > 15_000_000 && point.timeMicros() < 69_000_000)
        .isEmpty();
    assertThat(matched)
        .filteredOn(point -> point.timeMicros() >= 69_000_000)
        .first()
        .satisfies(
            point ->
                assertThat(point.position().distanceMetersTo(at(0, 131, 0).position()))
                    .isLessThan(12));
  }

  @Test
  void whoWalksHasARoadTypeAndNoLimit() {
    var points = match(TransportMode.WALKING, drive()).points();

    assertThat(points.get(1).roadType()).isEqualTo("secondary");
    assertThat(points).allSatisfy(point -> assertThat(point.speedLimitKmh()).isNull());
  }

  @Test
  void aFlightStaysAsItWas() {
    assertThat(match(TransportMode.FLIGHT, drive())).isEqualTo(drive());
  }

  @Test
  void aWayFarFromTheMapStaysAsItWas() {
    var far = new Path(List.of(at(0, 50_000, 0), at(60, 50_600, 0)));

    assertThat(match(TransportMode.CAR, far)).isEqualTo(far);
  }

  @Test
  void theVersionNamesTheEditionOfTheMap() {
    assertThat(roads.current().version()).startsWith("m3:made@2026-01-31-");
  }
}
