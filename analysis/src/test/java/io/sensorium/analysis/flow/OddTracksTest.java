package io.sensorium.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.analysis.flow.Piece.Gap;
import io.sensorium.analysis.flow.Piece.Stay;
import io.sensorium.analysis.flow.Piece.Trip;
import io.sensorium.analysis.stories.TrackStory;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tracks that are rare, or that come from phones in a bad way. */
class OddTracksTest {

  private static final LatLon HOME = new LatLon(51.0543, 3.7174);
  private static final LatLon OTHER_CELL = Geodesy.destination(HOME, 40, 1_400);
  private static final LatLon FIJI = new LatLon(-16.8, 179.98);

  @Test
  void flippingBetweenTwoCellsForHoursIsNoTrip() {
    var night = flipping(0);

    assertThat(piecesOf(night)).singleElement().isInstanceOf(Stay.class);
  }

  @Test
  void flippingBetweenTwoCellsThatClaimToBePreciseIsNoTrip() {
    var night = morning().stayFor("PT2H");
    for (int i = 0; i < 20; i++) {
      night.strayFix(400, 40).strayFix(410, 41).strayFix(400, 39).stayFor("PT4M");
    }

    assertThat(piecesOf(night)).singleElement().isInstanceOf(Stay.class);
  }

  @Test
  void flippingBetweenTwoCellsWithRestsOfManyMinutesIsNoTrip() {
    assertThat(piecesOf(flipping(3))).singleElement().isInstanceOf(Stay.class);
  }

  /** Hours at home of which only two cell towers tell, one after the other, each for minutes. */
  private static TrackStory flipping(int longerMinutes) {
    var night = morning().stayFor("PT1H").accuracyMeters(900).fixEvery("PT1M");
    for (int i = 0; i < 40; i++) {
      String rest = "PT" + (2 + longerMinutes * (i % 4)) + "M";
      night.meanwhileAt(OTHER_CELL).stayFor(rest).meanwhileAt(HOME).stayFor(rest);
    }
    return night.accuracyMeters(10).stayFor("PT1H");
  }

  @Test
  void anOldFixRepeatedForAQuarterOfAnHourOnADriveIsNoStay() {
    var drive = morning().stayFor("PT1H").goMeters(6_000, 90, 15);
    drive.stayFor("PT15M").meanwhileAt(Geodesy.destination(HOME, 90, 19_500));

    var pieces = piecesOf(drive.goMeters(6_000, 90, 15).stayFor("PT1H"));

    assertThat(pieces).hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class);
  }

  @Test
  void drivingOverTheAntimeridianIsOneTripOfItsOwnLength() {
    assertIsOneTripAcross(20);
  }

  @Test
  void sailingOverTheAntimeridianIsOneTripOfItsOwnLength() {
    assertIsOneTripAcross(6);
  }

  @Test
  void flyingOverTheAntimeridianIsOneTripOfItsOwnLength() {
    assertIsOneTripAcross(230);
  }

  private static void assertIsOneTripAcross(double mps) {
    double meters = mps * 1_800;
    var story = TrackStory.startingAt("2025-03-01T06:00:00Z", FIJI).stayFor("PT1H");

    var pieces = piecesOf(story.goMeters(meters, 90, mps).stayFor("PT1H"));

    assertThat(pieces).hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class);
    assertThat(minutes(pieces.get(1))).isCloseTo(30, within(1.5));
    double apartMeters =
        ((Stay) pieces.getFirst()).center().distanceMetersTo(((Stay) pieces.getLast()).center());
    assertThat(apartMeters).isCloseTo(meters, within(60.0));
  }

  @Test
  void aFlightThatIsSilentInTheAirIsOneTrip() {
    var pieces = piecesOf(flight());

    assertThat(pieces).hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class);
    assertThat(minutes(pieces.get(1))).isBetween(140.0, 190.0);
  }

  /** Home, gate to gate with two hours of silence at cruise, and a hotel. */
  static TrackStory flight() {
    var flight = morning().stayFor("PT1H").goMeters(2_000, 90, 8);
    flight.goMeters(3_000, 90, 70).goMeters(15_000, 90, 130).goMeters(20_000, 90, 200);
    var landing = Geodesy.destination(HOME, 90, 1_500_000);
    flight.silentFor("PT2H").meanwhileAt(landing);
    flight.goMeters(15_000, 90, 130).goMeters(3_000, 90, 70).goMeters(2_000, 90, 8);
    return flight.goMeters(9_000, 10, 12).stayFor("PT2H");
  }

  @Test
  void aTunnelOfThreeToTenMinutesIsBridged() {
    for (int minutes : List.of(3, 6, 10)) {
      var drive = morning().stayFor("PT1H").goMeters(6_000, 70, 20).silentFor("PT" + minutes + "M");
      drive.meanwhileAt(Geodesy.destination(HOME, 70, 6_000 + minutes * 1_000.0));

      var pieces = piecesOf(drive.goMeters(6_000, 70, 20).stayFor("PT1H"));

      assertThat(pieces).hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class);
      assertThat(minutes(pieces.get(1))).isCloseTo(10 + minutes, within(1.5));
    }
  }

  @Test
  void aPhoneThatIsOffOverNightAndOnElsewhereLeavesAGapAndNoTrip() {
    var night = morning().stayFor("PT8H").silentFor("PT10H");
    night.meanwhileAt(Geodesy.destination(HOME, 200, 12_000)).stayFor("PT8H");

    var pieces = piecesOf(night);

    assertThat(pieces).hasExactlyElementsOfTypes(Stay.class, Gap.class, Stay.class);
    assertThat(minutes(pieces.get(1))).isCloseTo(600, within(1.0));
  }

  @Test
  void aDayOfAFixPerQuarterOfAnHourHasItsStaysAndTrips() {
    var office = Geodesy.destination(HOME, 70, 24_000);
    var day = morning().fixEvery("PT15M").stayFor("PT3H").goTo(office, 14);
    day.stayFor("PT8H").goTo(HOME, 14).stayFor("PT5H");

    var pieces = piecesOf(day);

    assertThat(pieces)
        .hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class, Trip.class, Stay.class);
    assertThat(minutes(pieces.get(2))).isCloseTo(8 * 60, within(30.0));
  }

  @Test
  void aDayOfWhichThreeFixesOfTenAreMissingHasTheSameStaysAndTrips() {
    var office = Geodesy.destination(HOME, 70, 6_000);
    var day = morning().noiseMeters(8, 4).stayFor("PT3H").goTo(office, 10);
    var whole = day.stayFor("PT8H").goTo(HOME, 10).stayFor("PT5H").track();

    var pieces = piecesOf(thinned(whole, 0.3), Micros.of(day.now()));

    var expected = piecesOf(whole, Micros.of(day.now()));
    assertThat(pieces)
        .hasExactlyElementsOfTypes(Stay.class, Trip.class, Stay.class, Trip.class, Stay.class);
    for (int i = 1; i < pieces.size(); i++) {
      double apart = (pieces.get(i).startMicros() - expected.get(i).startMicros()) * 1e-6;
      assertThat(apart).isCloseTo(0, within(90.0));
    }
  }

  private static FixTrack thinned(FixTrack track, double share) {
    var random = TrackStory.random(5);
    var left = new FixTrack.Builder(track.size());
    for (int row = 0; row < track.size(); row++) {
      if (random.nextDouble() >= share) {
        left.addRow(track, row);
      }
    }
    return left.build();
  }

  private static TrackStory morning() {
    return TrackStory.startingAt("2025-03-01T06:00:00Z", HOME);
  }

  private static List<Piece> piecesOf(TrackStory story) {
    return piecesOf(story.track(), Micros.of(story.now()));
  }

  private static List<Piece> piecesOf(FixTrack track, long tickMicros) {
    var pieces = new ArrayList<Piece>();
    var cursor = FoldCursor.start();
    for (int row = 0; row < track.size(); row++) {
      cursor.fold(track, row, pieces::add);
    }
    cursor.tail(tickMicros).pieces().forEach(open -> pieces.add(open.piece()));
    return pieces;
  }

  private static double minutes(Piece piece) {
    return (piece.endMicros() - piece.startMicros()) / (double) Micros.PER_MINUTE;
  }
}
