package io.sensorium.core.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.geo.LatLon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixTrackTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void aFixComesBackAsItWasWithinTheResolution() {
    var fix =
        new GpsFix(
            NOON.plusNanos(250_000_000),
            new LatLon(51.0543219, 3.7174123),
            4.875,
            -12.34,
            13.9,
            92.5,
            123_456L,
            LocationProvider.GPS);

    assertThat(FixTrack.of(List.of(fix)).fix(0)).isEqualTo(fix);
  }

  @Test
  void whatThePhoneDidNotReportStaysAbsent() {
    var fix =
        new GpsFix(NOON, new LatLon(0, 0), null, null, null, null, null, LocationProvider.UNKNOWN);

    assertThat(FixTrack.of(List.of(fix)).fix(0)).isEqualTo(fix);
  }

  @Test
  void aSetHasOneOrderHoweverItsRowsCame() {
    var random = new Random(3);
    var fixes = new ArrayList<GpsFix>();
    for (int i = 0; i < 200; i++) {
      fixes.add(
          GpsFix.at(NOON.plusSeconds(random.nextInt(50)), new LatLon(51, random.nextInt(3)), 10));
    }
    var sorted = FixTrack.of(fixes).sortedDistinct();

    Collections.shuffle(fixes, random);
    var again = FixTrack.of(fixes).sortedDistinct();
    var halves =
        FixTrack.union(
            FixTrack.of(fixes.subList(0, 120)).sortedDistinct(),
            FixTrack.of(fixes.subList(80, 200)).sortedDistinct());

    assertThat(again).isEqualTo(sorted);
    assertThat(halves).isEqualTo(sorted);
    assertThat(sorted.size()).isLessThan(fixes.size());
  }

  @Test
  void rowsAreFoundByTime() {
    var track =
        FixTrack.of(
            List.of(
                GpsFix.at(NOON, new LatLon(51, 3), 5),
                GpsFix.at(NOON.plusSeconds(10), new LatLon(51, 3), 5)));

    assertThat(track.firstRowAtOrAfter(track.timeMicros(0))).isZero();
    assertThat(track.firstRowAtOrAfter(track.timeMicros(0) + 1)).isOne();
    assertThat(track.firstRowAtOrAfter(track.timeMicros(1) + 1)).isEqualTo(2);
  }
}
