package io.sensorium.analysis.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.stories.TrackStory;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleaningTest {

  private static final LatLon HOME = new LatLon(51.0543, 3.7174);
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

  @Test
  void aWalkIsAcceptedWhole() {
    var walk = walk().goMeters(1_000, 90, 1.4).track();

    assertThat(Cleaning.verdicts(walk)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void oneFixFarAwayAndStraightBackIsASpike() {
    var walk = walk().goMeters(200, 90, 1.4).strayFix(800, 0).goMeters(200, 90, 1.4).track();

    assertThat(Cleaning.verdicts(walk).indexOf(Verdict.SPIKE)).isEqualTo(10);
    assertThat(Collections.frequency(Cleaning.verdicts(walk), Verdict.ACCEPTED))
        .isEqualTo(walk.size() - 1);
  }

  @Test
  void fixesThatFlipBetweenTwoCellsLeaveOneOfThem() {
    var flipping = walk().stayFor("PT1M");
    for (int i = 0; i < 6; i++) {
      flipping.strayFix(1_500, 45).report(HOME).silentFor("PT15S");
    }

    var verdicts = Cleaning.verdicts(flipping.track());

    assertThat(Collections.frequency(verdicts, Verdict.SPIKE)).isEqualTo(6);
  }

  @Test
  void aDriveThatTurnsRoundIsNoSpike() {
    var drive = walk().goMeters(3_100, 90, 25).goMeters(3_100, 270, 25).track();

    assertThat(Cleaning.verdicts(drive)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void aPlaneIsAllowedToBeFast() {
    var flight = walk().goMeters(400_000, 120, 250).track();

    assertThat(Cleaning.verdicts(flight)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void nothingGoesFasterThanAPlane() {
    var teleport = walk().stayFor("PT2M").strayFix(2_000_000, 10).stayFor("PT2M").track();

    assertThat(Cleaning.verdicts(teleport).get(8)).isEqualTo(Verdict.ABSURD_SPEED);
  }

  @Test
  void ofTwoFixesAtOneInstantTheMoreAccurateStays() {
    var twice =
        FixTrack.of(
            List.of(
                GpsFix.at(NOON, HOME, 90),
                GpsFix.at(NOON, Geodesy.destination(HOME, 0, 40), 8),
                GpsFix.at(NOON.plusSeconds(15), HOME, 8)));

    assertThat(Cleaning.verdicts(twice))
        .containsExactly(Verdict.SAME_TIME, Verdict.ACCEPTED, Verdict.ACCEPTED);
  }

  @Test
  void aPositionRepeatedWhileMovingIsFrozen() {
    var drive = walk().goMeters(900, 90, 20);
    var stuck = Geodesy.destination(HOME, 90, 900);
    drive.stayFor("PT1M").meanwhileAt(Geodesy.destination(stuck, 90, 1_500)).stayFor("PT15S");

    var verdicts = Cleaning.verdicts(drive.track());

    assertThat(verdicts.subList(0, 4)).containsOnly(Verdict.ACCEPTED);
    assertThat(verdicts.subList(4, 7)).containsOnly(Verdict.FROZEN);
    assertThat(verdicts.get(7)).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void aPositionRepeatedAtRestIsNot() {
    var rest = walk().stayFor("PT1H").track();

    assertThat(Cleaning.verdicts(rest)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void coarseFixesCountOnlyWhenNothingBetterIsKnown() {
    var track = walk().stayFor("PT15S").accuracyMeters(900).stayFor("PT15M").track();

    var verdicts = Cleaning.verdicts(track);

    assertThat(verdicts.subList(1, 40)).containsOnly(Verdict.COARSE);
    assertThat(verdicts.getLast()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void zeroZeroAndAccuraciesOfAWholeTownAreRefused() {
    var track =
        FixTrack.of(
            List.of(
                GpsFix.at(NOON, new LatLon(0, 0), 8),
                GpsFix.at(NOON.plusSeconds(1), HOME, 9_000),
                GpsFix.at(NOON.plusSeconds(2), HOME, 8)));

    assertThat(Cleaning.verdicts(track))
        .containsExactly(Verdict.NULL_ISLAND, Verdict.TOO_COARSE, Verdict.ACCEPTED);
  }

  @Test
  void theAntimeridianIsAPlaceLikeAnyOther() {
    var ship = TrackStory.startingAt("2025-03-01T12:00:00Z", new LatLon(-17, 179.99));

    var crossing = ship.goMeters(4_000, 90, 8).track();

    assertThat(crossing.longitudeDeg(crossing.size() - 1)).isNegative();
    assertThat(Cleaning.verdicts(crossing)).containsOnly(Verdict.ACCEPTED);
  }

  private static TrackStory walk() {
    return TrackStory.startingAt("2025-03-01T12:00:00Z", HOME);
  }
}
