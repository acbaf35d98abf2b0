package io.sensorium.simulator.rides;

import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.random.Dice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a trip: rests at both ends, walks, waits, and rides between them. */
final class Chain {

  private static final double MINUTE = 60;
  private static final double LONGEST_RIDE_MINUTES = 60;

  private final Dice dice;
  private final Way way;

  private Chain(Dice dice, @Nullable Line line) {
    this.dice = dice;
    this.way = new Way(dice.fork("way"), line);
  }

  /** A trip whose main part is by this mode. */
  static Way of(TransportMode mode, Dice dice) {
    var chain = new Chain(dice, null);
    chain.way.rest(dice.uniform(10, 25) * MINUTE);
    chain.travel(mode);
    chain.way.rest(dice.uniform(10, 25) * MINUTE);
    return chain.way;
  }

  /** A ride by this mode along a line, to its end, with a rest before and behind. */
  static Way along(Line line, TransportMode mode, Dice dice) {
    var chain = new Chain(dice, line);
    chain.way.rest(dice.uniform(10, 25) * MINUTE);
    chain.ride(mode, LONGEST_RIDE_MINUTES);
    chain.way.rest(dice.uniform(10, 25) * MINUTE);
    return chain.way;
  }

  private void travel(TransportMode mode) {
    switch (mode) {
      case WALKING -> ride(mode, dice.uniform(4, 40));
      case RUNNING -> ride(mode, dice.uniform(8, 50));
      case BIKING, ESCOOTER -> {
        walk(0.4, 0.3, 3);
        ride(mode, dice.uniform(4, 40));
        walk(0.4, 0.3, 3);
      }
      case CAR, MOTORCYCLE -> {
        walk(0.6, 0.5, 5);
        ride(mode, dice.uniform(4, 50));
        walk(0.6, 0.5, 6);
      }
      default -> publicTransport(mode);
    }
  }

  private void publicTransport(TransportMode mode) {
    walk(0.95, 1, 12);
    waitForVehicle();
    ride(mode, minutes(mode));
    if (dice.chance(0.35)) {
      var next = dice.pick(List.of(TransportMode.BUS, TransportMode.TRAM, TransportMode.TRAIN));
      walk(0.9, 0.5, 6);
      waitForVehicle();
      ride(next, minutes(next));
    }
    walk(0.95, 1, 12);
  }

  private void waitForVehicle() {
    if (dice.chance(0.8)) {
      way.rest(dice.uniform(0.3, 9) * MINUTE);
    }
  }

  private void walk(double probability, double leastMinutes, double mostMinutes) {
    if (dice.chance(probability)) {
      ride(TransportMode.WALKING, dice.uniform(leastMinutes, mostMinutes));
    }
  }

  private void ride(TransportMode mode, double forMinutes) {
    way.move(mode, paces(mode), forMinutes * MINUTE);
  }

  private double minutes(TransportMode mode) {
    return switch (mode) {
      case TRAIN -> dice.uniform(8, 70);
      case FLIGHT -> dice.uniform(50, 150);
      case SUBWAY -> dice.uniform(4, 35);
      default -> dice.uniform(4, 40);
    };
  }

  private List<Pace> paces(TransportMode mode) {
    return switch (mode) {
      case WALKING -> List.of(Pace.walking(dice));
      case RUNNING -> List.of(Pace.running(dice));
      case BIKING -> List.of(Pace.cycling(dice));
      case ESCOOTER -> List.of(Pace.scooter(dice));
      case CAR -> carPaces();
      case MOTORCYCLE -> motorcyclePaces();
      case BUS ->
          dice.chance(0.2)
              ? List.of(Pace.townBus(dice), Pace.expressBus(dice), Pace.townBus(dice))
              : List.of(Pace.townBus(dice));
      case TRAM -> List.of(dice.chance(0.6) ? Pace.tram(dice) : Pace.lightRail(dice));
      case SUBWAY -> List.of(Pace.subway(dice));
      case TRAIN ->
          List.of(dice.chance(0.7) ? Pace.commuterTrain(dice) : Pace.intercityTrain(dice));
      case FLIGHT -> List.of(Pace.flight(dice));
      case BOAT, FERRY, IDLE, OTHER, INSUFFICIENT_DATA ->
          throw new IllegalArgumentException("no trips by " + mode);
    };
  }

  private List<Pace> motorcyclePaces() {
    var paces = new ArrayList<Pace>();
    paces.add(Pace.townMotorcycle(dice));
    if (dice.chance(0.6)) {
      paces.add(Pace.arterialMotorcycle(dice));
    }
    if (dice.chance(0.25)) {
      paces.add(Pace.motorwayCar(dice));
    }
    if (paces.size() > 1) {
      paces.add(Pace.townMotorcycle(dice));
    }
    return paces;
  }

  private List<Pace> carPaces() {
    var paces = new ArrayList<Pace>();
    paces.add(Pace.townCar(dice));
    if (dice.chance(0.6)) {
      paces.add(Pace.arterialCar(dice));
    }
    if (dice.chance(0.35)) {
      paces.add(Pace.motorwayCar(dice));
    }
    if (dice.chance(0.2)) {
      paces.add(Pace.jammedCar(dice));
    }
    if (paces.size() > 1) {
      paces.add(Pace.townCar(dice));
    }
    return paces;
  }
}
