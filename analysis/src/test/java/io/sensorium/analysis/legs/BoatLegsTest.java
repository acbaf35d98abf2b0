package io.sensorium.analysis.legs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.flow.Piece.Trip;
import io.sensorium.analysis.stories.TrackStory;
import io.sensorium.analysis.surroundings.Surroundings;
import io.sensorium.analysis.surroundings.Thing;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ways over a strait 19 km wide, by boat and by bridge. */
class BoatLegsTest {

  private static final ModeModel MODEL = LearnedModes.load();
  private static final double STRAIT_METERS = 19_100;

  @Test
  void acrossTheWaterAtThePaceOfABoatIsABoat() {
    assertThat(modes(crossing(9), MadeStrait.withoutMap())).containsExactly(TransportMode.BOAT);
  }

  @Test
  void aKayakIsABoatAndNoWalk() {
    assertThat(modes(crossing(1.5), MadeStrait.withoutMap())).containsExactly(TransportMode.BOAT);
  }

  @Test
  void aCrossingThatIsSlowAndFastByTurnsIsOneBoat() {
    var slowAndFast = story().goMeters(1_500, 90, 5).goMeters(1_600, 90, 1.4);
    slowAndFast.goMeters(12_000, 90, 12).goMeters(1_600, 90, 1.4).goMeters(2_400, 90, 9);

    assertThat(modes(slowAndFast, Surroundings.UNKNOWN)).hasSizeGreaterThan(1);
    assertThat(modes(slowAndFast, MadeStrait.withoutMap())).containsExactly(TransportMode.BOAT);
  }

  @Test
  void alongTheWayOfAFerryItIsAFerry() {
    var strait = MadeStrait.mapped().with(Thing.FERRY_WAY, MadeStrait.LATITUDE_DEG + 0.001);

    assertThat(modes(crossing(9), strait)).containsExactly(TransportMode.FERRY);
  }

  @Test
  void farFromTheWayOfTheFerryItIsABoat() {
    var strait = MadeStrait.mapped().with(Thing.FERRY_WAY, MadeStrait.LATITUDE_DEG + 0.05);

    assertThat(modes(crossing(9), strait)).containsExactly(TransportMode.BOAT);
  }

  @Test
  void fromTerminalToTerminalItIsAFerry() {
    var strait = MadeStrait.mapped().with(Thing.FERRY_TERMINAL, MadeStrait.LATITUDE_DEG);

    assertThat(modes(crossing(9), strait)).containsExactly(TransportMode.FERRY);
  }

  @Test
  void aBridgeThatTheMapKnowsIsNoBoatHoweverSlowTheTraffic() {
    var strait = MadeStrait.mapped().with(Thing.CROSSING, MadeStrait.LATITUDE_DEG);

    for (double mps : new double[] {4, 9, 14, 28}) {
      assertThat(modes(crossing(mps), strait))
          .isEqualTo(modes(crossing(mps), MadeStrait.mapped().drained()))
          .doesNotContain(TransportMode.BOAT);
    }
  }

  @Test
  void aBridgeThatNoMapKnowsIsNoBoatAtThePaceOfCars() {
    for (double mps : new double[] {21, 28, 38}) {
      assertThat(modes(crossing(mps), MadeStrait.withoutMap()))
          .isEqualTo(modes(crossing(mps), Surroundings.UNKNOWN))
          .doesNotContain(TransportMode.BOAT);
    }
  }

  @Test
  void aFastFerryIsToldWhereTheMapKnowsThatThereIsNoBridge() {
    assertThat(modes(crossing(24), MadeStrait.mapped())).containsExactly(TransportMode.BOAT);
  }

  @Test
  void aFlightOverTheWaterIsAFlight() {
    assertThat(modes(story().goMeters(STRAIT_METERS, 90, 120), MadeStrait.mapped()))
        .containsExactly(TransportMode.FLIGHT);
  }

  @Test
  void alongTheShoreNothingChanges() {
    var alongWestCoast = story().goMeters(9_000, 0, 9);

    assertThat(modes(alongWestCoast, MadeStrait.mapped()))
        .isEqualTo(modes(alongWestCoast, MadeStrait.mapped().drained()))
        .doesNotContain(TransportMode.BOAT);
  }

  @Test
  void aDriveOfWhichTheLesserPartIsOverWaterIsNoBoat() {
    var drive = story().goMeters(30_000, 270, 15).goMeters(30_000 + STRAIT_METERS, 90, 15);

    assertThat(modes(drive, MadeStrait.withoutMap())).doesNotContain(TransportMode.BOAT);
  }

  @Test
  void theVersionOfTheMapIsPartOfTheLegsVersion() {
    assertThat(new LegAnalysis(MODEL, MadeStrait.mapped()).version())
        .isEqualTo(new LegAnalysis(MODEL).version() + "+made");
  }

  private static TrackStory story() {
    return TrackStory.startingAt("2025-03-01T08:00:00Z", MadeStrait.westCoast());
  }

  private static TrackStory crossing(double mps) {
    return story().goMeters(STRAIT_METERS, 90, mps);
  }

  private static List<TransportMode> modes(TrackStory story, Surroundings surroundings) {
    var track = story.track();
    var trip = new Trip(track.timeMicros(0), track.timeMicros(track.size() - 1));
    return new LegAnalysis(MODEL, surroundings)
        .analyse(trip, track, List.of()).stream().map(Leg::mode).toList();
  }
}
