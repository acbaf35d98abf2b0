package io.sensorium.atlas.roads;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.atlas.limits.LimitCode;
import io.sensorium.atlas.limits.LimitSource;
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
}
