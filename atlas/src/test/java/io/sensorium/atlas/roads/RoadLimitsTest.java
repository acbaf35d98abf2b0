package io.sensorium.atlas.roads;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.atlas.limits.LimitCode;
import io.sensorium.atlas.limits.LimitSource;
import io.sensorium.atlas.osm.OsmFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadLimitsTest {

  @TempDir private Path directory;

  private RoadGraph road(String tags) {
    return new MadeRoads().node(1, 0, 0).node(2, 500, 0).way(tags, 1L, 2L).importInto(directory);
  }

  @Test
  void aSignHoldsInItsDirection() {
    var graph = road("highway=primary maxspeed=70 maxspeed:backward=50");

    assertThat(LimitCode.kmh(graph.limitCode(0))).isEqualTo(70);
    assertThat(LimitCode.kmh(graph.limitCode(1))).isEqualTo(50);
    assertThat(graph.limitSource(0)).isEqualTo(LimitSource.SIGNED);
  }

  @Test
  void aTimedSignHoldsAtItsTime() {
    var graph = road("highway=primary maxspeed=50 maxspeed:conditional=30@(07:00-17:00)");

    assertThat(graph.hasTimedLimit(0)).isTrue();
    assertThat(LimitCode.kmh(graph.limitCodeAt(0, LocalDateTime.parse("2026-11-30T08:00:00"))))
        .isEqualTo(30);
    assertThat(LimitCode.kmh(graph.limitCodeAt(0, LocalDateTime.parse("2026-11-30T18:00:00"))))
        .isEqualTo(50);
  }

  @Test
  void withoutASignTheLawOfTheCountryHolds() {
    var motorway = road("highway=motorway oneway=yes");

    assertThat(LimitCode.kmh(motorway.limitCode(0))).isEqualTo(120);
    assertThat(motorway.limitSource(0)).isEqualTo(LimitSource.LAW);
  }

  @Test
  void aTownSignThatIsTaggedMakesTheLawOfTownsHold() {
    var graph = road("highway=primary source:maxspeed=BE:urban");

    assertThat(LimitCode.kmh(graph.limitCode(0))).isEqualTo(50);
  }

  @Test
  void railsHaveNoLimit() {
    var graph = road("railway=rail maxspeed=120");

    assertThat(graph.limitSource(0)).isEqualTo(LimitSource.UNKNOWN);
  }

  /** A street of two parts, the second without a sign, and a third road without a name. */
  private static MadeRoads street() {
    return new MadeRoads()
        .node(1, 0, 0)
        .node(2, 500, 0)
        .node(3, 1000, 0)
        .way("highway=primary name=Main maxspeed=30", 1L, 2L)
        .way("highway=primary name=Main", 2L, 3L);
  }

  @Test
  void aPartWithoutASignHasTheLimitOfItsStreet() {
    var graph = street().importInto(directory);

    assertThat(LimitCode.kmh(graph.limitCode(2))).isEqualTo(30);
    assertThat(graph.limitSource(2)).isEqualTo(LimitSource.SAME_STREET);
    assertThat(graph.limitCertaintyRatio(0)).isEqualTo(1);
    assertThat(graph.limitCertaintyRatio(2)).isBetween(0.5, 0.99);
    assertThat(graph.limitCertaintyRatio(3)).isEqualTo(graph.limitCertaintyRatio(2));
  }

  @Test
  void aSignThatIsHiddenTellsNothing() throws IOException {
    var file = OsmFile.open(street().write(directory));
    RoadsLayer.hidingSigns(MadeRoads.ZONES, way -> way == 0).build(file, directory, (_, _) -> {});
    var graph = RoadGraph.open(directory);

    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      assertThat(graph.limitSource(2 * edge)).isEqualTo(LimitSource.FALLBACK_LAW);
      assertThat(LimitCode.kmh(graph.limitCode(2 * edge))).isEqualTo(70);
    }
  }

  @Test
  void aTaggedTownSignGoesBeforeTheSignsOfTheStreet() {
    var graph =
        street()
            .node(4, 1500, 0)
            .way("highway=primary name=Main zone:traffic=BE:urban", 3L, 4L)
            .importInto(directory);

    assertThat(LimitCode.kmh(graph.limitCode(4))).isEqualTo(50);
    assertThat(graph.limitSource(4)).isEqualTo(LimitSource.FALLBACK_LAW);
    assertThat(graph.limitCertaintyRatio(4)).isEqualTo(0.9);
  }

  /** A signed road, and another of its class that begins at its end and goes on by an angle. */
  private static MadeRoads goingOn(double eastMeters, double northMeters) {
    return new MadeRoads()
        .node(1, 0, 0)
        .node(2, 500, 0)
        .node(3, 500 + eastMeters, northMeters)
        .node(4, 500 - eastMeters, 300)
        .way("highway=primary name=Main maxspeed=30", 1L, 2L)
        .way("highway=primary name=Other", 2L, 3L)
        .way("highway=primary name=Third", 2L, 4L);
  }

  @Test
  void aSignAheadTellsMoreWhereTheRoadGoesStraightOnThanRoundACorner(@TempDir Path other) {
    var straight = goingOn(200, 0).importInto(directory);
    var corner = goingOn(0, 200).importInto(other);

    assertThat(LimitCode.kmh(straight.limitCode(2))).isEqualTo(30);
    assertThat(straight.limitSource(2)).isEqualTo(LimitSource.ROADS_AROUND);
    assertThat(corner.limitCertaintyRatio(2)).isNotEqualTo(straight.limitCertaintyRatio(2));
  }
}
