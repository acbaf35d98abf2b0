package io.sensorium.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.flow.Piece.Gap;
import io.sensorium.analysis.flow.Piece.Stay;
import io.sensorium.analysis.flow.Piece.Trip;
import io.sensorium.analysis.stories.TrackStory;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When trips begin and end of phones that sleep, but recognise motion meanwhile. */
class RecognisedEdgesTest {

  private static final String SIX = "2025-03-01T06:00:00Z";
  private static final LatLon HOME = new LatLon(51.0543, 3.7174);
  private static final LatLon CAR_PARK = Geodesy.destination(HOME, 70, 60);

  private final List<ActivitySample> samples = new ArrayList<>();

  private void recognised(Instant when, ActivityType type) {
    samples.add(new ActivitySample(when, type, 0.9));
  }

  @Test
  void whoRidesWhenThePhoneWakesSetOutWithTheWalkToTheCar() {
    var story = TrackStory.startingAt(SIX, HOME).stayFor("PT1H");
    var left = story.now();
    recognised(left.minusSeconds(1_800), ActivityType.STILL);
    recognised(left, ActivityType.WALKING);
    recognised(left.plusSeconds(90), ActivityType.STILL); // as the recogniser takes the car
    story.meanwhileAt(Geodesy.destination(HOME, 70, 1_500)).silentFor("PT6M");
    story.goMeters(5_000, 70, 12).stayFor("PT1H");

    assertThat(trip(story).startMicros()).isEqualTo(Micros.of(left));
  }

  @Test
  void aTrackMayBeginWithALongWalkThatOnlyTheRecogniserSaw() {
    var story = TrackStory.startingAt(SIX, HOME);
    recognised(story.now(), ActivityType.WALKING);
    story.silentFor("PT14M").stayFor("PT40M");
    recognised(story.now().minus(Duration.ofMinutes(40)), ActivityType.STILL);

    assertThat(trip(story).startMicros()).isEqualTo(Micros.of(Instant.parse(SIX)));
  }

  @Test
  void theLastStepsFromTheCarToTheDoorBelongToTheTrip() {
    var story = TrackStory.startingAt(SIX, Geodesy.destination(HOME, 250, 6_000)).stayFor("PT1H");
    story.goTo(CAR_PARK, 10).goTo(HOME, 1);
    var arrived = story.now();
    story.stayFor("PT1H");

    assertThat(trip(story).endMicros())
        .isBetween(
            Micros.of(arrived) - 35 * Micros.PER_SECOND,
            Micros.of(arrived) + 15 * Micros.PER_SECOND);
  }

  @Test
  void whoWalksOnWhileThePhoneIsSilentArrivesWhenTheWalkEnds() {
    var story = TrackStory.startingAt(SIX, Geodesy.destination(HOME, 250, 6_000)).stayFor("PT1H");
    story.goTo(Geodesy.destination(HOME, 250, 400), 10);
    recognised(story.now().minusSeconds(30), ActivityType.WALKING);
    var arrived = story.now().plusSeconds(360);
    recognised(arrived, ActivityType.STILL);
    story.meanwhileAt(HOME).silentFor("PT1H").stayFor("PT1H");

    assertThat(trip(story).endMicros()).isEqualTo(Micros.of(arrived));
  }

  @Test
  void whatWasRecognisedBeforeALongSilenceIsKnownWhenItEnds() {
    var story = TrackStory.startingAt(SIX, Geodesy.destination(HOME, 250, 6_000));
    story.noiseMeters(4, 1).stayFor("PT1H");
    recognised(story.now(), ActivityType.IN_VEHICLE);
    story.goTo(HOME, 10);
    recognised(story.now().plusSeconds(20), ActivityType.WALKING);
    var arrived = story.now().plusSeconds(170);
    recognised(arrived, ActivityType.STILL);
    recognised(story.now().plusSeconds(13_000), ActivityType.WALKING);
    recognised(story.now().plusSeconds(13_200), ActivityType.STILL);
    story.stayFor("PT4M").silentFor("PT4H").stayFor("PT1H");

    assertThat(trip(story).endMicros()).isEqualTo(Micros.of(arrived));
  }

  @Test
  void howLongTheUnseenWayTookIsToldByTheSpeedOfMinutes() {
    var story = TrackStory.startingAt(SIX, HOME).stayFor("PT1H");
    story.meanwhileAt(Geodesy.destination(HOME, 70, 1_500)).silentFor("PT30M");
    var seen = story.now();
    story.goMeters(120, 70, 8).goMeters(3_000, 70, 4).stayFor("PT1H");

    double waySeconds = 1.3 * 1_500 / 4.25; // 120 m in 15 s and 4 m/s for what is left of 4 minutes
    assertThat(trip(story).startMicros())
        .isBetween(
            Micros.of(seen.minusSeconds((long) (90 + waySeconds + 20))),
            Micros.of(seen.minusSeconds((long) (90 + waySeconds - 20))));
  }

  @Test
  void aCellTowerFarOffDoesNotSayThatSomebodyIsStillAtHome() {
    var story = TrackStory.startingAt(SIX, HOME).stayFor("PT1H");
    story.silentFor("PT30M").accuracyMeters(580);
    story
        .meanwhileAt(Geodesy.destination(HOME, 70, 980))
        .report(Geodesy.destination(HOME, 70, 980));
    var seenByTower = story.now();
    story.accuracyMeters(10).goMeters(5_000, 70, 5).stayFor("PT1H");

    assertThat(trip(story).startMicros()).isLessThan(Micros.of(seenByTower));
  }

  @Test
  void aTripIntoASilenceOfHoursEndsWhenTheMotionEndsThatThePhoneNoticed() {
    var story = TrackStory.startingAt(SIX, HOME).stayFor("PT1H").goMeters(6_000, 70, 12);
    recognised(story.now().minusSeconds(300), ActivityType.IN_VEHICLE);
    var arrived = story.now().plusSeconds(480);
    recognised(arrived, ActivityType.STILL);
    story.meanwhileAt(Geodesy.destination(HOME, 70, 40_000)).silentFor("PT5H").stayFor("PT1H");

    var pieces = pieces(story);
    assertThat(pieces).hasExactlyElementsOfTypes(Stay.class, Trip.class, Gap.class, Stay.class);
    assertThat(pieces.get(1).endMicros()).isEqualTo(Micros.of(arrived));
    assertThat(pieces.get(2).startMicros()).isEqualTo(Micros.of(arrived));
  }

  @Test
  void aTripOutOfASilenceOfHoursBeginsWithTheMotionThatThePhoneNoticed() {
    var story = TrackStory.startingAt(SIX, HOME).stayFor("PT1H");
    recognised(story.now(), ActivityType.STILL);
    story.meanwhileAt(Geodesy.destination(HOME, 70, 40_000)).silentFor("PT5H");
    var left = story.now().minusSeconds(900);
    recognised(left, ActivityType.ON_BICYCLE);
    story.goMeters(5_000, 70, 5).stayFor("PT1H");

    var pieces = pieces(story);
    assertThat(pieces).hasExactlyElementsOfTypes(Stay.class, Gap.class, Trip.class, Stay.class);
    assertThat(pieces.get(1).endMicros()).isEqualTo(Micros.of(left));
    assertThat(pieces.get(2).startMicros()).isEqualTo(Micros.of(left));
  }

  /** The only trip. */
  private Trip trip(TrackStory story) {
    var pieces = pieces(story);
    assertThat(pieces.getLast()).isInstanceOf(Stay.class);
    var trips = pieces.stream().filter(Trip.class::isInstance).map(Trip.class::cast).toList();
    assertThat(trips).hasSize(1);
    return trips.getFirst();
  }

  private List<Piece> pieces(TrackStory story) {
    var pieces = new ArrayList<Piece>();
    var cursor = FoldCursor.start();
    var track = story.track();
    int next = 0;
    for (int row = 0; row < track.size(); row++) {
      while (next < samples.size()
          && Micros.of(samples.get(next).time()) <= track.timeMicros(row)) {
        cursor.recognise(samples.get(next++));
      }
      cursor.fold(track, row, pieces::add);
    }
    cursor.tail(Micros.of(story.now())).pieces().forEach(part -> pieces.add(part.piece()));
    return pieces;
  }
}
