package io.sensorium.atlas.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.atlas.roads.MadeRoads;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.Travel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatcherTest {

  @TempDir private Path directory;

  /** Fixes at metres east and north of the network's place. */
  private static final class Drive {

    private final FixColumns fixes = new FixColumns(1_000);
    private double east;
    private double north;
    private long second;

    static Drive from(double east, double north) {
      var drive = new Drive();
      drive.east = east;
      drive.north = north;
      return drive.fix();
    }

    private Drive fix() {
      fixes.add(
          second * 1_000_000,
          MadeRoads.latitudeE7(north),
          MadeRoads.longitudeE7(east),
          8,
          Double.NaN,
          Double.NaN);
      return this;
    }

    /** Goes straight, with a fix about each 10 m and second. */
    Drive to(double toEast, double toNorth) {
      double fromEast = east;
      double fromNorth = north;
      long count = Math.round(Math.hypot(toEast - east, toNorth - north) / 10);
      for (int i = 1; i <= count; i++) {
        second++;
        east = fromEast + (toEast - fromEast) * i / count;
        north = fromNorth + (toNorth - fromNorth) * i / count;
        fix();
      }
      return this;
    }

    /** Is there later, without a fix on the way. */
    Drive jumpTo(double toEast, double toNorth, long seconds) {
      second += seconds;
      east = toEast;
      north = toNorth;
      return fix();
    }
  }

  private static List<String> parts(RoadGraph graph, Travel travel, Drive drive) {
    var matched = new Matcher(graph, travel, drive.fixes, MatchSettings.DEFAULT).match();
    var parts = new ArrayList<String>();
    matched.forEachPart(
        graph,
        new PartSink() {
          @Override
          public void onRoad(int step, int directed, double fromMeters, double toMeters) {
            add((directed & 1) == 0 ? "" + graph.wayId(directed) : "-" + graph.wayId(directed));
          }

          @Override
          public void offRoad(int step) {
            add("off");
          }

          private void add(String part) {
            if (parts.isEmpty() || !parts.getLast().equals(part)) {
              parts.add(part);
            }
          }
        });
    return parts;
  }

  private static List<String> byCar(RoadGraph graph, Drive drive) {
    return parts(graph, Travel.CAR, drive);
  }

  /** Two streets to the east, 25 m apart, that meet at their ends 600 m apart. */
  private RoadGraph parallels() {
    return new MadeRoads()
        .node(1, 0, 0)
        .node(2, 600, 0)
        .node(3, 0, 25)
        .node(4, 600, 25)
        .way("highway=residential", 1L, 2L)
        .way("highway=residential", 3L, 4L)
        .way("highway=residential", 1L, 3L)
        .way("highway=residential", 2L, 4L)
        .importInto(directory);
  }

  @Test
  void aDriveStaysOnItsStreetThoughErrorsCarryItNearAnother() {
    var drive = Drive.from(20, 3).to(200, 4).to(260, 15).to(320, 15).to(400, 5).to(580, 2);

    assertThat(byCar(parallels(), drive)).containsExactly("0");
  }

  @Test
  void aTurnAtACornerIsFound() {
    var drive = Drive.from(500, 2).to(602, 1).to(601, 24).to(450, 27);

    assertThat(byCar(parallels(), drive)).containsExactly("0", "3", "-1");
  }

  @Test
  void aTurnOnTheRoadIsFound() {
    var drive = Drive.from(50, -3).to(350, -2).to(60, -4);

    assertThat(byCar(parallels(), drive)).containsExactly("0", "-0");
  }

  /** A street that bends far to the north and back, as a tunnel does, and a lane beside its end. */
  private RoadGraph bend(String tags) {
    return new MadeRoads()
        .node(1, 0, 0)
        .node(2, 400, 0)
        .node(3, 600, 300)
        .node(4, 800, 0)
        .node(5, 1200, 0)
        .way("highway=secondary " + tags, 1L, 2L, 3L, 4L, 5L)
        .importInto(directory);
  }

  @Test
  void aTunnelIsBridgedAlongTheRoad() {
    var graph = bend("tunnel=yes");
    var drive = Drive.from(100, 1).to(380, 0).jumpTo(820, 1, 45).to(1100, 0);
    var matched = new Matcher(graph, Travel.CAR, drive.fixes, MatchSettings.DEFAULT).match();
    var meters = new double[1];
    matched.forEachPart(
        graph,
        new PartSink() {
          @Override
          public void onRoad(int step, int directed, double fromMeters, double toMeters) {
            meters[0] += toMeters - fromMeters;
          }

          @Override
          public void offRoad(int step) {
            throw new AssertionError("off the road at step " + step);
          }
        });

    assertThat(meters[0]).isCloseTo(300 + 2 * Math.hypot(200, 300) + 300, within(3.0));
  }

  @Test
  void aParkThatNoRoadLeadsThroughIsLeftAsItWasDriven() {
    var drive = Drive.from(100, 1).to(380, 0).to(380, -300).to(700, -300).to(820, 0).to(1100, 0);

    assertThat(byCar(bend("oneway=no"), drive)).containsExactly("0", "off", "0");
  }

  @Test
  void aOneWayStreetIsDrivenTheWrongWayWhenTheFixesSaySo() {
    var drive = Drive.from(1100, 1).to(820, 0).to(600, 298).to(420, 10).to(100, 0);

    assertThat(byCar(bend("oneway=yes"), drive)).containsExactly("-0");
  }

  @Test
  void aLoopThatIsDrivenTwiceCountsTwice() {
    var graph =
        new MadeRoads()
            .node(1, 0, 0)
            .node(2, 300, 0)
            .node(3, 300, 300)
            .node(4, 0, 300)
            .way("highway=residential", 1L, 2L)
            .way("highway=residential", 2L, 3L)
            .way("highway=residential", 3L, 4L)
            .way("highway=residential", 4L, 1L)
            .importInto(directory);
    var once = Drive.from(20, 0).to(300, 0).to(300, 300).to(0, 300).to(0, 0);
    var twice = once.to(300, 0).to(300, 300).to(0, 300).to(0, 50);

    assertThat(byCar(graph, twice)).containsExactly("0", "1", "2", "3", "0", "1", "2", "3");
  }

  @Test
  void aTurnThatASignForbidsIsNotTakenWhenAnotherWayIsAsShort() {
    var roads =
        new MadeRoads()
            .node(1, 0, 0)
            .node(2, 300, 0)
            .node(3, 300, 300)
            .node(4, 0, 300)
            .node(5, -200, 0)
            .node(6, 300, 500)
            .way("highway=residential", 5L, 1L)
            .way("highway=residential", 1L, 2L)
            .way("highway=residential", 2L, 3L)
            .way("highway=residential", 1L, 4L)
            .way("highway=residential", 4L, 3L)
            .way("highway=residential", 3L, 6L);
    var drive = Drive.from(-150, 0).to(-20, 0).jumpTo(300, 320, 60).to(300, 480);

    var forbidden = roads.noTurn(1, 2, 2, "no_left_turn").importInto(directory);

    assertThat(byCar(forbidden, drive)).containsExactly("0", "3", "4", "5");
  }

  @Test
  void trainsGoOnRailsAndCarsOnRoads() {
    var graph =
        new MadeRoads()
            .node(1, 0, 0)
            .node(2, 600, 0)
            .node(3, 0, 15)
            .node(4, 600, 15)
            .way("highway=primary", 1L, 2L)
            .way("railway=rail", 3L, 4L)
            .importInto(directory);

    assertThat(parts(graph, Travel.RAIL, Drive.from(20, 2).to(580, 2))).containsExactly("1");
    assertThat(parts(graph, Travel.CAR, Drive.from(20, 14).to(580, 14))).containsExactly("0");
  }

  @Test
  void theCourseTellsTheDirectionOfAShortDrive() {
    var fixes = new FixColumns(2);
    fixes.add(0, MadeRoads.latitudeE7(1), MadeRoads.longitudeE7(300), 8, 12, 270);
    fixes.add(1_000_000, MadeRoads.latitudeE7(1), MadeRoads.longitudeE7(300), 8, 12, 271);

    var matched = new Matcher(parallels(), Travel.CAR, fixes, MatchSettings.DEFAULT).match();

    assertThat(matched.directed(0) & 1).isEqualTo(1);
  }

  @Test
  void whereThereIsNoRoadAllIsOffIt() {
    assertThat(byCar(parallels(), Drive.from(0, 5_000).to(100, 5_000))).containsExactly("off");
  }
}
