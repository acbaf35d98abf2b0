package io.sensorium.analysis.legs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.analysis.flow.Piece.Trip;
import io.sensorium.analysis.stories.TrackStory;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LegAnalysisTest {

  private static final LegAnalysis LEGS = new LegAnalysis(LearnedModes.load());
  private static final LatLon HOME = new LatLon(51.0543, 3.7174);

  @Test
  void walkingToTheCarAndDrivingAreTwoLegs() {
    var legs = analyse(inTown(morning().goMeters(400, 0, 1.4), 12));

    assertThat(legs)
        .extracting(Leg::mode)
        .containsExactly(TransportMode.WALKING, TransportMode.CAR);
    assertThat(legs.getFirst().path().lengthMeters()).isCloseTo(400, within(60.0));
  }

  @Test
  void aBicycleIsTooFastForAWalkAndTooSlowForACar() {
    assertThat(analyse(morning().goMeters(4_000, 90, 4.7)))
        .singleElement()
        .satisfies(leg -> assertThat(leg.mode()).isEqualTo(TransportMode.BIKING));
  }

  @Test
  void redLightsDoNotSplitADrive() {
    var drive = morning();
    for (int block = 0; block < 6; block++) {
      drive.goMeters(900, 90, 12).stayFor("PT30S");
    }

    assertThat(analyse(drive)).hasSize(1);
  }

  @Test
  void whatThePhoneRecognisesDecidesBetweenASlowCarAndABicycle() {
    var ride = inTown(morning(), 6.7).track();

    assertThat(modes(ride, recognised(ride, ActivityType.ON_BICYCLE)))
        .containsExactly(TransportMode.BIKING);
    assertThat(modes(ride, recognised(ride, ActivityType.IN_VEHICLE)))
        .containsExactly(TransportMode.CAR);
  }

  private static List<TransportMode> modes(FixTrack track, List<ActivitySample> activity) {
    return LEGS.analyse(whole(track), track, activity).stream().map(Leg::mode).toList();
  }

  /** The same, each half minute. */
  private static List<ActivitySample> recognised(FixTrack track, ActivityType type) {
    return LongStream.iterate(
            track.timeMicros(0),
            time -> time < track.timeMicros(track.size() - 1),
            time -> time + 30 * Micros.PER_SECOND)
        .mapToObj(time -> new ActivitySample(Micros.toInstant(time), type, 0.9))
        .toList();
  }

  /** Blocks of a town, about as fast as told, with corners and lights. */
  private static TrackStory inTown(TrackStory before, double mps) {
    for (int block = 0; block < 16; block++) {
      before.goMeters(250 + 70 * (block % 4), block % 3 * 90, mps * (0.7 + 0.15 * (block % 5)));
      if (block % 3 == 1) {
        before.stayFor("PT" + (10 + 9 * (block % 4)) + "S");
      }
    }
    return before;
  }

  @Test
  void aFlightIsNoCar() {
    assertThat(analyse(morning().goMeters(400_000, 120, 230)))
        .singleElement()
        .satisfies(leg -> assertThat(leg.mode()).isEqualTo(TransportMode.FLIGHT));
  }

  @Test
  void aFlightFromGateToGateIsALegBetweenTheWaysToAndFromIt() {
    var flight = morning().goMeters(9_000, 90, 12).goMeters(2_000, 90, 8);
    flight.goMeters(3_000, 90, 70).goMeters(15_000, 90, 130).goMeters(20_000, 90, 200);
    flight.silentFor("PT2H").meanwhileAt(Geodesy.destination(HOME, 90, 1_500_000));
    flight.goMeters(15_000, 90, 130).goMeters(3_000, 90, 70).goMeters(2_000, 90, 8);

    var legs = analyse(flight.goMeters(9_000, 10, 12));

    assertThat(legs).extracting(Leg::mode).contains(TransportMode.FLIGHT);
    double meters = legs.stream().mapToDouble(leg -> leg.path().lengthMeters()).sum();
    assertThat(meters).isCloseTo(1_529_000, within(10_000.0));
  }

  @Test
  void aFlightOverTheAntimeridianThatIsSilentInTheAirHasTheLengthOfTheWay() {
    var fiji = new LatLon(-17.7, 177.4);
    var flight = TrackStory.startingAt("2025-03-01T06:00:00Z", fiji).goMeters(20_000, 90, 130);
    flight.silentFor("PT1H").meanwhileAt(Geodesy.destination(fiji, 90, 850_000));

    var legs = analyse(flight.goMeters(20_000, 90, 130));

    assertThat(legs).hasSize(1);
    assertThat(legs.getFirst().mode()).isEqualTo(TransportMode.FLIGHT);
    assertThat(legs.getFirst().path().lengthMeters()).isCloseTo(869_000, within(4_000.0));
  }

  @Test
  void sailingOverTheAntimeridianHasTheLengthOfTheWay() {
    var ship = TrackStory.startingAt("2025-03-01T06:00:00Z", new LatLon(-16.8, 179.97));

    var legs = analyse(ship.fixEvery("PT5S").goMeters(9_000, 90, 6));

    double meters = legs.stream().mapToDouble(leg -> leg.path().lengthMeters()).sum();
    assertThat(meters).isCloseTo(9_000, within(50.0));
  }

  @Test
  void twoFixesTellNothing() {
    var trip = morning().fixEvery("PT10M").goMeters(9_000, 90, 12).track();

    var legs = LEGS.analyse(whole(trip), trip, List.of());

    assertThat(trip.size()).isEqualTo(2);
    assertThat(legs).hasSize(1);
    assertThat(legs.getFirst().mode()).isEqualTo(TransportMode.INSUFFICIENT_DATA);
    assertThat(legs.getFirst().path().points()).hasSize(2);
  }

  @Test
  void noiseDoesNotMakeAWalkLonger() {
    var walk = morning().fixEvery("PT1S").noiseMeters(4, 11).goMeters(1_500, 90, 1.4);

    var legs = analyse(walk);

    assertThat(legs).extracting(Leg::mode).containsExactly(TransportMode.WALKING);
    assertThat(legs.getFirst().path().lengthMeters()).isCloseTo(1_500, within(225.0));
  }

  @Test
  void speedsComeInKilometersAnHour() {
    var drive = analyse(morning().goMeters(6_000, 90, 20));

    var points = drive.getFirst().path().points();
    assertThat(points.get(points.size() / 2).speedKmh()).isCloseTo(72, within(1.0));
  }

  @Test
  void legsCoverEveryTripWithoutAHole() {
    for (int seed = 0; seed < 200; seed++) {
      var random = TrackStory.random(seed);
      var story = morning().noiseMeters(10, seed).fixEvery("PT" + (1 + seed % 40) + "S");
      for (int chapter = 0; chapter < 6; chapter++) {
        double speedMps = List.of(1.4, 5.0, 12.0, 25.0).get(random.nextInt(4));
        story.goMeters(300 + random.nextInt(3_000), random.nextInt(360), speedMps);
        story.silentFor("PT" + random.nextInt(600) + "S");
      }
      var track = story.track();
      long from = track.timeMicros(0) - random.nextInt(1_000_000);
      long to = track.timeMicros(track.size() - 1) + random.nextInt(1_000_000);

      assertCovers(LEGS.analyse(new Trip(from, to), track, List.of()), from, to);
    }
  }

  private static void assertCovers(List<Leg> legs, long from, long to) {
    assertThat(legs.getFirst().startMicros()).isEqualTo(from);
    assertThat(legs.getLast().endMicros()).isEqualTo(to);
    for (int i = 0; i < legs.size(); i++) {
      var leg = legs.get(i);
      var points = leg.path().points();
      assertThat(points.getFirst().timeMicros()).isEqualTo(leg.startMicros());
      assertThat(points.getLast().timeMicros()).isEqualTo(leg.endMicros());
      for (int k = 1; k < points.size(); k++) {
        assertThat(points.get(k).timeMicros()).isGreaterThan(points.get(k - 1).timeMicros());
      }
      if (i > 0) {
        var before = legs.get(i - 1);
        assertThat(leg.startMicros()).isEqualTo(before.endMicros());
        assertThat(points.getFirst().position())
            .isEqualTo(before.path().points().getLast().position());
      }
    }
  }

  @Test
  void aTripAcrossTheAntimeridianDoesNotGoRoundTheWorld() {
    var ship = TrackStory.startingAt("2025-03-01T06:00:00Z", new LatLon(-17, 179.98));

    var legs = analyse(ship.fixEvery("PT3S").goMeters(5_000, 90, 8));

    assertThat(legs.stream().mapToDouble(leg -> leg.path().lengthMeters()).sum())
        .isCloseTo(5_000, within(100.0));
  }

  @Test
  void aTripWithoutAnyFixHasALegWithoutAPath() {
    var legs = LEGS.analyse(new Trip(0, Micros.PER_HOUR), FixTrack.EMPTY, List.of());

    assertThat(legs).hasSize(1);
    assertThat(legs.getFirst().path().points()).isEmpty();
  }

  private static TrackStory morning() {
    return TrackStory.startingAt("2025-03-01T06:00:00Z", HOME).fixEvery("PT5S");
  }

  private static List<Leg> analyse(TrackStory story) {
    var track = story.track();
    return LEGS.analyse(whole(track), track, List.of());
  }

  private static Trip whole(FixTrack track) {
    return new Trip(track.timeMicros(0), track.timeMicros(track.size() - 1));
  }
}
