package io.sensorium.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TripJoinerTest {

  private static final Going WALK = new Going(1.4, Ridden.FEET);
  private static final Going CYCLING = new Going(5, Ridden.BICYCLE);
  private static final Going TOWN_CAR = new Going(9, Ridden.VEHICLE);
  private static final Going TRAIN = new Going(25, Ridden.VEHICLE);

  private final List<Piece> closed = new ArrayList<>();
  private final TripJoiner joiner = new TripJoiner();

  /** The pieces of: a trip, a stay of some minutes from 20 on, another trip, a long stay. */
  private List<Piece> piecesOf(Going before, double stayMinutes, Going behind) {
    closed.clear();
    joiner.deliverTo(closed::add);
    joiner.trip(new Piece.Trip(0, micros(20)), TOWN_CAR, before);
    joiner.stay(stay(20, 20 + stayMinutes));
    joiner.trip(new Piece.Trip(micros(20 + stayMinutes), micros(90)), behind, WALK);
    joiner.stay(stay(90, 600));
    return closed;
  }

  private static Piece.Stay stay(double fromMinutes, double toMinutes) {
    return new Piece.Stay(micros(fromMinutes), micros(toMinutes), new LatLon(51.05, 3.72), 20, 10);
  }

  private static long micros(double minutes) {
    return (long) (minutes * Micros.PER_MINUTE);
  }

  @Test
  void waitingForTheBusIsPartOfTheTrip() {
    assertThat(piecesOf(WALK, 20, TOWN_CAR)).containsExactly(whole(), stay(90, 600));
  }

  @Test
  void changingFromASharedBicycleToATrainIsPartOfTheTrip() {
    assertThat(piecesOf(CYCLING, 12, TRAIN)).containsExactly(whole(), stay(90, 600));
  }

  @Test
  void changingTrainsIsPartOfTheTrip() {
    assertThat(piecesOf(TRAIN, 10, TRAIN)).containsExactly(whole(), stay(90, 600));
  }

  @Test
  void aHaltOfAFewMinutesIsPartOfTheTrip() {
    assertThat(piecesOf(TOWN_CAR, 4, TOWN_CAR)).containsExactly(whole(), stay(90, 600));
  }

  @Test
  void bringingAChildToSchoolByCarIsAVisit() {
    assertThat(piecesOf(TOWN_CAR, 6, TOWN_CAR)).contains(stay(20, 26)).hasSize(4);
  }

  @Test
  void nobodyWaitsAndThenWalksOn() {
    assertThat(piecesOf(TRAIN, 8, WALK)).contains(stay(20, 28)).hasSize(4);
    assertThat(piecesOf(TOWN_CAR, 8, CYCLING)).contains(stay(20, 28)).hasSize(4);
  }

  @Test
  void whoRidesThoughThePhoneSaysWalkingLeavesByAVehicle() {
    assertThat(piecesOf(WALK, 8, new Going(7, Ridden.FEET)))
        .containsExactly(whole(), stay(90, 600));
  }

  @Test
  void overHalfAnHourIsAVisit() {
    assertThat(piecesOf(WALK, 31, TRAIN)).contains(stay(20, 51)).hasSize(4);
  }

  private static Piece.Trip whole() {
    return new Piece.Trip(0, micros(90));
  }
}
