package io.sensorium.analysis.legs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.analysis.flow.Piece.Trip;
import io.sensorium.analysis.stories.TrackStory;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegAnalysisTest {

  private static final LatLon HOME = new LatLon(51.0543, 3.7174);

  @Test
  void walkingToTheCarAndDrivingAreTwoLegs() {
    var trip = morning().goMeters(400, 0, 1.4).goMeters(6_000, 90, 13);

    var legs = analyse(trip);

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
    var ride = morning().goMeters(3_000, 90, 5.5).track();
    var inVehicle =
        new ActivitySample(Micros.toInstant(ride.timeMicros(0)), ActivityType.IN_VEHICLE, 1);
    var later =
        new ActivitySample(
            Micros.toInstant(ride.timeMicros(0) + 4 * Micros.PER_MINUTE),
            ActivityType.IN_VEHICLE,
            1);

    var without = LegAnalysis.analyse(whole(ride), ride, List.of());
    var with = LegAnalysis.analyse(whole(ride), ride, List.of(inVehicle, later));

    assertThat(without.getFirst().mode()).isEqualTo(TransportMode.BIKING);
    assertThat(with.getFirst().mode()).isEqualTo(TransportMode.CAR);
  }

  @Test
  void aFlightIsNoCar() {
    assertThat(analyse(morning().goMeters(400_000, 120, 230)))
        .singleElement()
        .satisfies(leg -> assertThat(leg.mode()).isEqualTo(TransportMode.OTHER));
  }

  @Test
  void twoFixesTellNothing() {
    var trip = morning().fixEvery("PT10M").goMeters(9_000, 90, 12).track();

    var legs = LegAnalysis.analyse(whole(trip), trip, List.of());

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

      assertCovers(LegAnalysis.analyse(new Trip(from, to), track, List.of()), from, to);
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
    var legs = LegAnalysis.analyse(new Trip(0, Micros.PER_HOUR), FixTrack.EMPTY, List.of());

    assertThat(legs).hasSize(1);
    assertThat(legs.getFirst().path().points()).isEmpty();
  }

  private static TrackStory morning() {
    return TrackStory.startingAt("2025-03-01T06:00:00Z", HOME).fixEvery("PT5S");
  }

  private static List<Leg> analyse(TrackStory story) {
    var track = story.track();
    return LegAnalysis.analyse(whole(track), track, List.of());
  }

  private static Trip whole(FixTrack track) {
    return new Trip(track.timeMicros(0), track.timeMicros(track.size() - 1));
  }
}
