package io.sensorium.analysis.legs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.flow.Piece.Trip;
import io.sensorium.analysis.stories.TrackStory;
import io.sensorium.analysis.surroundings.Surroundings;
import io.sensorium.analysis.surroundings.Thing;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same ways over land, with one thing or another beside them on the map. */
class MappedRidesTest {

  private static final ModeModel MODEL = LearnedModes.load();
  private static final double SMALL_PLANE_MPS = 70;

  @ParameterizedTest
  @CsvSource({"RAIL, TRAIN", "TRAM, TRAM", "SUBWAY, SUBWAY"})
  void alongATrackItIsItsVehicle(Thing thing, TransportMode mode) {
    var map = MadeStrait.mapped().with(thing, MadeStrait.LATITUDE_DEG);

    assertThat(modes(fromStopToStop(), map)).containsExactly(mode);
  }

  @Test
  void fromHaltToHaltAlongALineOfBusesItIsABus() {
    var map = MadeStrait.mapped().with(Thing.BUS_ROUTE, MadeStrait.LATITUDE_DEG);
    var ride = story();
    for (int halt = 0; halt < 15; halt++) {
      ride = ride.goMeters(400, 270, 10).stayFor("PT25S");
    }

    assertThat(modes(ride.goMeters(400, 270, 10), map)).containsExactly(TransportMode.BUS);
  }

  @Test
  void whereTheMapHasNothingItIsACar() {
    assertThat(modes(fromStopToStop(), MadeStrait.mapped())).containsExactly(TransportMode.CAR);
  }

  @Test
  void aTrackFarOffTellsNothing() {
    var map = MadeStrait.mapped().with(Thing.RAIL, MadeStrait.LATITUDE_DEG + 0.01);

    assertThat(modes(fromStopToStop(), map)).containsExactly(TransportMode.CAR);
  }

  @Test
  void aSmallPlaneFliesFromAirportToAirport() {
    var map = MadeStrait.mapped().with(Thing.AERODROME, MadeStrait.LATITUDE_DEG);

    assertThat(modes(straightOn(), map)).containsExactly(TransportMode.FLIGHT);
    assertThat(modes(straightOn(), MadeStrait.mapped())).doesNotContain(TransportMode.FLIGHT);
    assertThat(modes(straightOn(), Surroundings.UNKNOWN)).doesNotContain(TransportMode.FLIGHT);
  }

  @Test
  void aTrainBetweenAirportsIsNoFlight() {
    var map =
        MadeStrait.mapped()
            .with(Thing.AERODROME, MadeStrait.LATITUDE_DEG)
            .with(Thing.RAIL, MadeStrait.LATITUDE_DEG);

    assertThat(modes(straightOn(), map)).doesNotContain(TransportMode.FLIGHT);
  }

  private static TrackStory story() {
    return TrackStory.startingAt("2025-03-01T08:00:00Z", MadeStrait.westCoast());
  }

  private static TrackStory fromStopToStop() {
    var ride = story();
    for (int stop = 0; stop < 9; stop++) {
      ride = ride.goMeters(900, 270, 13).stayFor("PT25S");
    }
    return ride.goMeters(900, 270, 13);
  }

  private static TrackStory straightOn() {
    return story().goMeters(20_000, 270, SMALL_PLANE_MPS);
  }

  private static List<TransportMode> modes(TrackStory story, Surroundings surroundings) {
    var track = story.track();
    var trip = new Trip(track.timeMicros(0), track.timeMicros(track.size() - 1));
    return new LegAnalysis(MODEL, surroundings)
        .analyse(trip, track, List.of()).stream().map(Leg::mode).toList();
  }
}
