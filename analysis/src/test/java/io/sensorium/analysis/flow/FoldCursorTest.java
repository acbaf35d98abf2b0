package io.sensorium.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.analysis.flow.Piece.Gap;
import io.sensorium.analysis.flow.Piece.Stay;
import io.sensorium.analysis.flow.Piece.Trip;
import io.sensorium.analysis.stories.TrackStory;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldCursorTest {

  private static final LatLon HOME = new LatLon(51.0543, 3.7174);
  private static final LatLon OFFICE = Geodesy.destination(HOME, 70, 6_000);

  @Test
  void aCommuteIsAStayATripAndAStay() {
    var day = morning().stayFor("PT1H").goTo(OFFICE, 10).stayFor("PT1H");

    var pieces = piecesOf(day);

    assertThat(pieces).hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class);
    var home = (Stay) pieces.getFirst();
    assertThat(home.center().distanceMetersTo(HOME)).isLessThan(10);
    assertThat(minutes(home)).isCloseTo(60, within(1.0));
    assertThat(minutes(pieces.get(1))).isCloseTo(10, within(1.0));
    assertThat(((Stay) pieces.getLast()).center().distanceMetersTo(OFFICE)).isLessThan(10);
  }

  @Test
  void neighboursShareTheInstantBetweenThem() {
    var pieces = piecesOf(morning().stayFor("PT1H").goTo(OFFICE, 10).stayFor("PT1H"));

    assertThat(pieces.get(1).startMicros()).isEqualTo(pieces.get(0).endMicros());
    assertThat(pieces.get(2).startMicros()).isEqualTo(pieces.get(1).endMicros());
  }

  @Test
  void aNightOfIndoorDriftIsOneStay() {
    var night = morning().noiseMeters(25, 7).accuracyMeters(20).stayFor("PT10H");

    assertThat(piecesOf(night)).singleElement().isInstanceOf(Stay.class);
  }

  @Test
  void threeStrayFixesInTheNightAreNoTrip() {
    var night = morning().stayFor("PT4H");
    night.strayFix(700, 20).strayFix(720, 20).strayFix(700, 22).stayFor("PT4H");

    assertThat(piecesOf(night)).singleElement().isInstanceOf(Stay.class);
  }

  @Test
  void aFewMinutesInAJamDoNotSplitATrip() {
    var drive = morning().stayFor("PT1H").goMeters(3_000, 70, 10);
    drive.stayFor("PT4M").goMeters(3_000, 70, 10).stayFor("PT1H");

    assertThat(piecesOf(drive)).hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class);
  }

  @Test
  void halfAnHourAtTheBakerSplitsATrip() {
    var errand = morning().stayFor("PT1H").goMeters(3_000, 70, 10);
    errand.stayFor("PT30M").goMeters(3_000, 70, 10).stayFor("PT1H");

    assertThat(piecesOf(errand))
        .hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class, Trip.class, Stay.class);
  }

  @Test
  void waitingForTheBusIsAPartOfTheTrip() {
    var commute = morning().noiseMeters(6, 7).stayFor("PT1H").goMeters(500, 70, 1.4);
    commute.stayFor("PT12M").goMeters(6_000, 70, 10).stayFor("PT1H");

    var pieces = piecesOf(commute);

    assertThat(pieces).hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class);
    assertThat(minutes(pieces.get(1))).isCloseTo(28, within(3.0));
  }

  @Test
  void changingTrainsIsAPartOfTheTrip() {
    var ride = morning().noiseMeters(6, 7).stayFor("PT1H").goMeters(20_000, 70, 20);
    ride.stayFor("PT6M").goMeters(20_000, 10, 20).stayFor("PT1H");

    assertThat(piecesOf(ride)).hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class);
  }

  @Test
  void aShortVisitOnFootIsAStay() {
    var visit = morning().noiseMeters(6, 7).stayFor("PT1H").goMeters(600, 70, 1.4);
    visit.stayFor("PT12M").goMeters(600, 70, 1.4).stayFor("PT1H");

    assertThat(piecesOf(visit))
        .hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class, Trip.class, Stay.class);
  }

  @Test
  void aTripIsHeldUntilTheStayBehindItIsNoWait() {
    var arrived =
        morning().noiseMeters(6, 7).stayFor("PT1H").goMeters(6_000, 70, 10).stayFor("PT20M");

    var early = tailOf(arrived.track(), Micros.of(arrived.now()));
    var late = tailOf(arrived.stayFor("PT20M").track(), Micros.of(arrived.now()));

    assertThat(early.pieces())
        .extracting(Tail.Part::state)
        .containsExactly(Tail.State.HELD, Tail.State.OPEN);
    assertThat(late.pieces()).extracting(Tail.Part::state).containsExactly(Tail.State.OPEN);
  }

  @Test
  void twoPlacesEightyMetersApartAreOneStay() {
    var shop = morning().stayFor("PT1H").goMeters(80, 90, 1.3).stayFor("PT30M");

    assertThat(piecesOf(shop)).singleElement().isInstanceOf(Stay.class);
  }

  @Test
  void aVisitRoundTheCornerIsFoundThoughThePhoneWasSilentOnTheWay() {
    var visit = morning().noiseMeters(5, 2).stayFor("PT1H").silentFor("PT8M");
    visit.meanwhileAt(Geodesy.destination(HOME, 30, 330)).stayFor("PT35M");

    var pieces = piecesOf(visit.silentFor("PT8M").meanwhileAt(HOME).stayFor("PT1H"));

    assertThat(pieces)
        .hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class, Trip.class, Stay.class);
    assertThat(minutes(pieces.get(2))).isCloseTo(35, within(3.0));
  }

  @Test
  void aWalkRoundTheParkEndsWhereItBegan() {
    var walk = morning().stayFor("PT1H");
    walk.goMeters(800, 0, 1.4).goMeters(800, 90, 1.4).goTo(HOME, 1.4).stayFor("PT1H");

    var pieces = piecesOf(walk);

    assertThat(pieces).hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class);
    assertThat(minutes(pieces.get(1))).isCloseTo(32, within(2.0));
  }

  @Test
  void aPhoneThatIsOffOvernightAtHomeStaysThere() {
    var night = morning().stayFor("PT1H").silentFor("PT9H").stayFor("PT1H");

    assertThat(piecesOf(night))
        .singleElement()
        .satisfies(stay -> assertThat(minutes(stay)).isCloseTo(660, within(1.0)));
  }

  @Test
  void aPhoneThatWakesUpInAnotherTownLeavesAGap() {
    var away = morning().stayFor("PT1H").silentFor("PT9H");
    away.meanwhileAt(Geodesy.destination(HOME, 10, 80_000)).stayFor("PT1H");

    assertThat(piecesOf(away)).hasExactlyElementsOfTypes(Stay.class, Gap.class, Stay.class);
  }

  @Test
  void aDutyCycledPhoneLeftLaterThanItsLastFixAtHome() {
    var sleepy = morning().stayFor("PT10M").silentFor("PT2H");
    sleepy.meanwhileAt(Geodesy.destination(HOME, 70, 1_000)).goTo(OFFICE, 10).stayFor("PT1H");

    var pieces = piecesOf(sleepy);

    assertThat(pieces).hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class);
    assertThat(minutes(pieces.getFirst())).isBetween(124.0, 129.0);
    assertThat(pieces.get(1).startMicros()).isEqualTo(pieces.getFirst().endMicros());
  }

  @Test
  void aFixEveryQuarterOfAnHourIsEnough() {
    var sparse = morning().fixEvery("PT15M").stayFor("PT2H");
    sparse.goMeters(30_000, 70, 15).stayFor("PT2H");

    var pieces = piecesOf(sparse);

    assertThat(pieces).hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class);
    assertThat(minutes(pieces.get(1))).isBetween(20.0, 45.0);
  }

  @Test
  void aStayOnTheAntimeridianIsOneStay() {
    var taveuni = new LatLon(-16.8, 179.9999);

    var stay =
        TrackStory.startingAt("2025-03-01T06:00:00Z", taveuni).noiseMeters(15, 3).stayFor("PT5H");

    assertThat(piecesOf(stay))
        .singleElement()
        .satisfies(
            piece -> assertThat(((Stay) piece).center().distanceMetersTo(taveuni)).isLessThan(15));
  }

  @Test
  void anOpenStayIsVisibleAfterFiveMinutes() {
    assertThat(piecesOf(morning().stayFor("PT4M"))).isEmpty();
    assertThat(piecesOf(morning().stayFor("PT6M"))).singleElement().isInstanceOf(Stay.class);
  }

  @Test
  void anOpenTripIsVisibleAsSoonAsTheDepartureIsClear() {
    var leaving = morning().stayFor("PT1H").goMeters(2_000, 70, 10);

    var tail = tailOf(leaving.track(), Micros.of(leaving.now()));

    assertThat(tail.pieces()).hasSize(2);
    assertThat(tail.pieces().getFirst().isOpen()).isFalse();
    assertThat(tail.pieces().getLast().piece()).isInstanceOf(Trip.class);
    assertThat(tail.pieces().getLast().isOpen()).isTrue();
  }

  @Test
  void anOpenTripClosesAfterThreeHoursOfSilence() {
    var leaving = morning().stayFor("PT1H").goMeters(2_000, 70, 10).track();
    long lastFix = leaving.timeMicros(leaving.size() - 1);

    var before = tailOf(leaving, lastFix + Micros.PER_HOUR);
    var after = tailOf(leaving, before.reviewAtMicros());

    assertThat(before.reviewAtMicros()).isBetween(lastFix, lastFix + 4 * Micros.PER_HOUR);
    assertThat(before.pieces().getLast().isOpen()).isTrue();
    assertThat(after.pieces().getLast().isOpen()).isFalse();
    assertThat(after.pieces().getLast().piece().endMicros()).isEqualTo(lastFix);
  }

  @Test
  void bytesOfAnotherVersionAreRefused() {
    byte[] saved = FoldCursor.start().save();
    saved[0]++;

    assertThatThrownBy(() -> FoldCursor.restore(saved))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TrackStory morning() {
    return TrackStory.startingAt("2025-03-01T06:00:00Z", HOME);
  }

  /** All pieces, closed and open, as seen a minute after the last fix. */
  private static List<Piece> piecesOf(TrackStory story) {
    var pieces = new ArrayList<Piece>();
    var cursor = FoldCursor.start();
    var track = story.track();
    for (int row = 0; row < track.size(); row++) {
      cursor.fold(track, row, pieces::add);
    }
    Instant tick = story.now().plusSeconds(60);
    cursor.tail(Micros.of(tick)).pieces().forEach(open -> pieces.add(open.piece()));
    return pieces;
  }

  private static Tail tailOf(FixTrack track, long tickMicros) {
    var cursor = FoldCursor.start();
    for (int row = 0; row < track.size(); row++) {
      cursor.fold(track, row, piece -> {});
    }
    return cursor.tail(tickMicros);
  }

  private static double minutes(Piece piece) {
    return (piece.endMicros() - piece.startMicros()) / (double) Micros.PER_MINUTE;
  }
}
