package io.sensorium.simulator.people;

import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.town.Place;

/** Decides how a person travels: on leaving home, and from then on until home again. */
final class TravelChoice {

  private static final double OTHER_TOWN_METERS = 7_000;
  private static final double CYCLING_METERS = 5_500;
  private static final double WALKING_METERS = 1_000;
  private static final double TOO_NEAR_TO_RIDE_METERS = 250;

  private final Person person;

  TravelChoice(Person person) {
    this.person = person;
  }

  /** What a person takes on leaving home. */
  Travel fromHome(Place to, Dice dice) {
    var habits = person.habits();
    double meters = person.home().position().distanceMetersTo(to.position());
    if (meters > OTHER_TOWN_METERS) {
      return habits.hasCar() && !habits.ridesTrain() ? Travel.CAR : Travel.TRAIN;
    }
    if (meters < WALKING_METERS && dice.chance(0.8)) {
      return Travel.WALK;
    }
    boolean cycles = habits.hasBicycle() && dice.chance(habits.hasCar() ? 0.35 : 0.7);
    if (cycles && meters < CYCLING_METERS) {
      return Travel.BICYCLE;
    }
    return habits.hasCar() && dice.chance(0.85) ? Travel.CAR : onFoot(person.home(), to);
  }

  /** What a person takes to the next place: the car or bicycle must come home again. */
  Travel next(Travel tour, Place from, Place to) {
    double meters = from.position().distanceMetersTo(to.position());
    return switch (tour) {
      case CAR, BICYCLE -> meters < TOO_NEAR_TO_RIDE_METERS ? Travel.WALK : tour;
      case WALK, BUS, TRAIN -> onFoot(from, to);
    };
  }

  private Travel onFoot(Place from, Place to) {
    double meters = from.position().distanceMetersTo(to.position());
    if (meters > OTHER_TOWN_METERS) {
      return Travel.TRAIN;
    }
    boolean rides = meters > WALKING_METERS && BusRide.find(person.town(), from, to).isPresent();
    return rides ? Travel.BUS : Travel.WALK;
  }
}
