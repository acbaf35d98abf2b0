package io.sensorium.analysis.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.stories.TrackStory;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which fixes are taken for wrong because they lie far from their neighbours, and which not. */
class SpikesTest {

  private static final LatLon HOME = new LatLon(51.0543, 3.7174);

  @Test
  void sixtyMetersOffAndBackIsTooFarForSomebodyAtRest() {
    var home = home().stayFor("PT5M").strayFix(60, 40).stayFor("PT5M");

    assertThat(spikesOf(home)).containsExactly(20);
  }

  @Test
  void whatTheFixItselfAllowsForIsNoSpike() {
    var home = home().accuracyMeters(40).stayFor("PT5M").strayFix(100, 40).stayFor("PT5M");

    assertThat(spikesOf(home)).isEmpty();
  }

  @Test
  void twoInARowThatLieApartAreBothSpikes() {
    var home = home().stayFor("PT5M").strayFix(900, 40).strayFix(400, 200).stayFor("PT5M");

    assertThat(spikesOf(home)).containsExactly(20, 21);
  }

  @Test
  void threeInARowAtOneWrongPlaceAreSpikes() {
    var home = home().stayFor("PT5M");
    home.strayFix(900, 40).strayFix(900, 40).strayFix(900, 40).stayFor("PT5M");

    assertThat(spikesOf(home)).containsExactly(20, 21, 22);
  }

  @Test
  void aMinuteSomewhereElseIsBelieved() {
    var home = home().stayFor("PT5M");
    home.strayFix(900, 40).strayFix(900, 40).strayFix(900, 40).strayFix(900, 40).stayFor("PT5M");

    assertThat(verdictsOf(home)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void ofTwoCellsThatTakeTurnsTwoByTwoOneIsLeft() {
    var flipping = home().stayFor("PT1M");
    for (int i = 0; i < 6; i++) {
      flipping.strayFix(1_500, 45).strayFix(1_500, 45).stayFor("PT30S");
    }

    assertThat(spikesOf(flipping)).hasSize(12);
  }

  @Test
  void aStrayFixOnAWalkIsSeenByThePaceOfTheWalk() {
    var walk = home().goMeters(300, 90, 1.4).strayFix(90, 0).goMeters(300, 90, 1.4);

    assertThat(spikesOf(walk)).containsExactly(15);
  }

  @Test
  void aStrayFixOnADriveMustBeFurtherOff() {
    var near = home().goMeters(3_000, 90, 15).strayFix(150, 0).goMeters(3_000, 90, 15);
    var far = home().goMeters(3_000, 90, 15).strayFix(900, 0).goMeters(3_000, 90, 15);

    assertThat(spikesOf(near)).isEmpty();
    assertThat(spikesOf(far)).containsExactly(14);
  }

  @Test
  void aFixPerSecondOnADriveShowsSmallerOnes() {
    var drive = home().fixEvery("PT1S").goMeters(590, 90, 15);
    drive.strayFix(60, 0).goMeters(590, 90, 15);

    assertThat(spikesOf(drive)).containsExactly(40);
  }

  @Test
  void gettingIntoACarIsNoSpike() {
    var departure = home().stayFor("PT10M").goMeters(4_000, 90, 15);

    assertThat(verdictsOf(departure)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void aRunThatTurnsRoundAtTheCornerIsNoSpike() {
    var run = home().stayFor("PT5M").goMeters(450, 90, 3).goTo(HOME, 3).stayFor("PT5M");

    assertThat(verdictsOf(run)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void anErrandThatOneFixTellsOfIsNoSpikeIfThereWasTimeForIt() {
    var errand = home().fixEvery("PT10M").stayFor("PT1H").strayFix(4_000, 70).stayFor("PT1H");

    assertThat(verdictsOf(errand)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void theExitOfATunnelIsNoSpike() {
    var train = home().goMeters(6_000, 90, 40).silentFor("PT3M");
    var exit = Geodesy.destination(HOME, 90, 6_000 + 40 * 180);
    train.meanwhileAt(exit).goMeters(6_000, 90, 40);

    assertThat(verdictsOf(train)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void aPhoneThatIsSwitchedOnInAnotherCountryIsBelieved() {
    var flight = home().stayFor("PT1H").silentFor("PT2H");
    flight.meanwhileAt(Geodesy.destination(HOME, 150, 1_200_000)).stayFor("PT1H");

    assertThat(verdictsOf(flight)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void aFerryAcrossTheAntimeridianLosesOnlyItsStrayFix() {
    var ferry = TrackStory.startingAt("2025-03-01T12:00:00Z", new LatLon(-17, 179.99));
    ferry.goMeters(960, 90, 8).strayFix(1_000, 200).goMeters(1_000, 90, 8);

    assertThat(spikesOf(ferry)).containsExactly(8);
  }

  @Test
  void preciseFixesAmongCoarseOnesAreKept() {
    var home = home();
    for (int i = 0; i < 20; i++) {
      home.accuracyMeters(10).stayFor("PT15S").accuracyMeters(140).strayFix(130, 60);
    }

    assertThat(verdictsOf(home)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void aCoarseNeighbourDoesNotHideASpike() {
    var home = home().stayFor("PT5M").accuracyMeters(80).strayFix(70, 60);
    home.accuracyMeters(10).strayFix(120, 300).stayFor("PT5M");

    assertThat(spikesOf(home)).containsExactly(21);
  }

  @Test
  void theNewestFixIsHeldBackWhileNothingTellsWhetherItIsASpike() {
    var leaving = home().stayFor("PT5M").goMeters(230, 90, 15);
    var gone = home().stayFor("PT5M").goMeters(700, 90, 15);

    assertThat(verdictsOf(leaving).getLast()).isEqualTo(Verdict.SPIKE);
    assertThat(verdictsOf(gone)).containsOnly(Verdict.ACCEPTED);
  }

  private static TrackStory home() {
    return TrackStory.startingAt("2025-03-01T12:00:00Z", HOME).noiseMeters(2, 1);
  }

  private static List<Verdict> verdictsOf(TrackStory story) {
    return Cleaning.verdicts(story.track());
  }

  private static List<Integer> spikesOf(TrackStory story) {
    var verdicts = verdictsOf(story);
    assertThat(verdicts).isSubsetOf(Verdict.ACCEPTED, Verdict.SPIKE);
    return IntStream.range(0, verdicts.size())
        .filter(row -> verdicts.get(row) == Verdict.SPIKE)
        .boxed()
        .toList();
  }
}
