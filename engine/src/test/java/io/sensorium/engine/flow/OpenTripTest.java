package io.sensorium.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.correction.UserCorrections;
import io.sensorium.analysis.flow.Piece;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.store.correction.SettledCorrections;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenTripTest {

  private static final CorrectionsSeen UNCORRECTED =
      new CorrectionsSeen(new UserCorrections(List.of()), List.of(), SettledCorrections.NONE, 0);

  private static final Instant START = Instant.parse("2026-03-02T08:00:10Z");
  private static final LatLon PLACE = new LatLon(51.0543, 3.7174);

  @Test
  void aYoungTripIsShownUpToItsLastHalfMinute() {
    var trip = trip(Duration.ofSeconds(314));

    assertThat(shownSeconds(trip, 1)).isEqualTo(300);
  }

  @Test
  void aLongTripLagsByAtMostASixteenthOfItsLength() {
    for (int seconds = 120; seconds < 40_000; seconds += 7) {
      long lag = seconds - shownSeconds(trip(Duration.ofSeconds(seconds)), 1);

      assertThat(lag).isBetween(0L, Math.max(30, seconds / 16L));
    }
  }

  @Test
  void allStagesOfATripTogetherAreAtMostTwentyFourTimesItsLength() {
    long shown = 0;
    long stage = 0;
    for (int seconds = 1; seconds <= 3 * 3_600; seconds++) {
      long reached = OpenTrip.stageMicros(trip(Duration.ofSeconds(seconds)));
      shown += reached == stage ? 0 : seconds;
      stage = reached;
    }

    assertThat(shown).isLessThan(24 * 3 * 3_600);
  }

  @Test
  void aTripOfFewFixesIsShownToItsEnd() {
    var trip = trip(Duration.ofMinutes(90));

    assertThat(shownSeconds(trip, 600)).isEqualTo(90 * 60);
  }

  @Test
  void whatIsShownStandsUntilTheNextStage() {
    var open = open(Duration.ofSeconds(305));

    assertThat(stillShows(open, trip(Duration.ofSeconds(329)), Signals.NONE)).isTrue();
    assertThat(stillShows(open, trip(Duration.ofSeconds(330)), Signals.NONE)).isFalse();
  }

  @Test
  void aLateFixOrSampleWithinWhatIsShownMakesItNew() {
    var open = open(Duration.ofSeconds(305));
    var trip = trip(Duration.ofSeconds(310));

    assertThat(stillShows(open, trip, Signals.ofFixes(fixes(299, 299, 1)))).isFalse();
    assertThat(stillShows(open, trip, activityAt(150))).isFalse();
    assertThat(stillShows(open, trip, Signals.ofFixes(fixes(301, 310, 1)))).isTrue();
    assertThat(stillShows(open, trip, activityAt(304))).isTrue();
  }

  @Test
  void aTripThatIsShownAsFarAsItHasComeIsShownAnewWhenItGoesOn() {
    var trip = trip(Duration.ofSeconds(310));
    var fixes = fixes(0, 299, 1); // its end is estimated: no fix lies behind the last stage

    var open =
        new OpenTrip(
            OpenTrip.shown(trip, fixes), OpenTrip.shownStageMicros(trip, fixes), List.of());

    assertThat(open.shown()).isEqualTo(trip);
    assertThat(stillShows(open, trip(Duration.ofSeconds(315)), Signals.NONE)).isFalse();
  }

  private static OpenTrip open(Duration length) {
    var trip = trip(length);
    var fixes = fixes(0, (int) length.toSeconds(), 1);
    return new OpenTrip(
        OpenTrip.shown(trip, fixes), OpenTrip.shownStageMicros(trip, fixes), List.of());
  }

  private static boolean stillShows(OpenTrip open, Piece.Trip trip, Signals added) {
    return open.stillShows(trip, NewItems.of(added), UNCORRECTED);
  }

  private static long shownSeconds(Piece.Trip trip, int everySeconds) {
    int length = (int) ((trip.endMicros() - trip.startMicros()) / Micros.PER_SECOND);
    var shown = OpenTrip.shown(trip, fixes(0, length, everySeconds));
    return (shown.endMicros() - shown.startMicros()) / Micros.PER_SECOND;
  }

  private static Piece.Trip trip(Duration length) {
    return new Piece.Trip(Micros.of(START), Micros.of(START.plus(length)));
  }

  private static FixTrack fixes(int fromSecond, int toSecond, int everySeconds) {
    var fixes = new FixTrack.Builder(toSecond - fromSecond + 1);
    for (int second = fromSecond; second <= toSecond; second += everySeconds) {
      fixes.add(GpsFix.at(START.plusSeconds(second), PLACE, 10));
    }
    return fixes.build();
  }

  private static Signals activityAt(int second) {
    var sample = new ActivitySample(START.plusSeconds(second), ActivityType.IN_VEHICLE, 0.9);
    return new Signals(FixTrack.EMPTY, List.of(), List.of(sample), List.of(), List.of());
  }
}
