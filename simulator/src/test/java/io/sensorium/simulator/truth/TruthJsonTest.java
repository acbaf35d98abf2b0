package io.sensorium.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TruthJsonTest {

  @Test
  void eachSpanIsALineOfJson() {
    var home = new LatLon(51.05, 3.72);
    var stay = new TrueSpan.Stay(0, 600_000_000, home, "home-1", "home");
    var path =
        List.of(
            new TruePoint(600_000_000, home),
            new TruePoint(605_000_000, new LatLon(51.0501, 3.72)));
    var roads = List.of(new TrueRoad(601_000_000, 605_000_000, 17, "residential", 30));
    var leg =
        new TrueSpan.Leg(600_000_000, 605_000_000, 4, TransportMode.WALKING, 11.1, path, roads);
    var text = new StringBuilder();

    TruthJson.write(Stream.of(stay, leg), text);

    assertThat(text.toString())
        .isEqualTo(
            """
            {"type":"stay","start":0,"end":600000,"position":[51.050000,3.720000],\
            "place":"home-1","purpose":"home"}
            {"type":"leg","start":600000,"end":605000,"trip":4,"mode":"walking","length_m":11,\
            "path":[[600000,51.050000,3.720000],[605000,51.050100,3.720000]],\
            "roads":[[601000,605000,17,"residential",30.0]]}
            """);
  }
}
