package io.sensorium.simulator.rides;

import io.sensorium.simulator.random.Dice;

/**
 * How somebody moves for a while: a cruise from stop to stop.
 *
 * @param cruiseMps mean speed between stops; each stretch draws its own
 * @param spreadRatio how much the stretches differ from that mean, as a standard deviation
 * @param wobbleMps how much the speed varies within a stretch, as a standard deviation
 * @param accelerationMps2 when leaving a stop; braking is a quarter harder
 * @param stretch metres from one stop to the next
 * @param halt seconds of a stop
 * @param turnsPerKilometer corners of about a right angle
 * @param bendDegPerMeter how strongly the way bends between corners, as a standard deviation
 */
record Pace(
    double cruiseMps,
    double spreadRatio,
    double wobbleMps,
    double accelerationMps2,
    Range stretch,
    Range halt,
    double turnsPerKilometer,
    double bendDegPerMeter) {

  /** A range to draw from, all of it equally likely. */
  record Range(double least, double most) {

    double draw(Dice dice) {
      return dice.uniform(least, most);
    }
  }

  private static final Range WITHOUT_STOPS = new Range(5_000, 20_000);

  static Pace walking(Dice dice) {
    double mps = Math.clamp(dice.gaussian(1.35, 0.17), 0.8, 1.9);
    return new Pace(mps, 0.08, 0.12, 0.8, new Range(60, 500), new Range(2, 45), 7, 0.6);
  }

  static Pace running(Dice dice) {
    double mps = dice.uniform(2.3, 3.7);
    return new Pace(mps, 0.06, 0.15, 1, new Range(300, 3_000), new Range(3, 40), 4, 0.4);
  }

  static Pace cycling(Dice dice) {
    double mps = Math.clamp(dice.gaussian(5, 1), 2.8, 8);
    var stretch = dice.chance(0.4) ? new Range(1_000, 6_000) : new Range(200, 1_200);
    return new Pace(mps, 0.15, 0.5, 0.7, stretch, new Range(3, 50), 3.5, 0.25);
  }

  static Pace scooter(Dice dice) {
    double mps = dice.uniform(4, 6.5);
    return new Pace(mps, 0.08, 0.3, 0.9, new Range(150, 900), new Range(3, 45), 4, 0.25);
  }

  static Pace townCar(Dice dice) {
    double mps = dice.uniform(5.5, 14);
    var halt = dice.chance(0.5) ? new Range(3, 40) : new Range(5, 90);
    return new Pace(mps, 0.25, 0.8, 1.6, new Range(120, 700), halt, 3, 0.15);
  }

  static Pace arterialCar(Dice dice) {
    double mps = dice.uniform(13, 21);
    return new Pace(mps, 0.15, 0.9, 1.5, new Range(600, 3_000), new Range(5, 70), 0.8, 0.08);
  }

  static Pace motorwayCar(Dice dice) {
    double mps = dice.uniform(22, 35);
    return new Pace(mps, 0.08, 1, 1.2, WITHOUT_STOPS, new Range(0, 2), 0, 0.03);
  }

  static Pace jammedCar(Dice dice) {
    double mps = dice.uniform(2, 8);
    return new Pace(mps, 0.4, 0.8, 1, new Range(30, 300), new Range(3, 60), 0.5, 0.08);
  }

  /** As the cars, but quicker from a halt, and past those that queue there. */
  static Pace townMotorcycle(Dice dice) {
    double mps = dice.uniform(7, 15);
    return new Pace(mps, 0.25, 1, 2.8, new Range(150, 900), new Range(2, 25), 3, 0.15);
  }

  static Pace arterialMotorcycle(Dice dice) {
    double mps = dice.uniform(14, 24);
    return new Pace(mps, 0.15, 1.1, 2.6, new Range(600, 3_000), new Range(3, 30), 0.8, 0.08);
  }

  /** Stops for passengers; lights are among the shorter stretches. */
  static Pace townBus(Dice dice) {
    double mps = dice.uniform(7, 13);
    var stretch = dice.chance(0.5) ? new Range(150, 500) : new Range(250, 900);
    return new Pace(mps, 0.2, 0.7, 1, stretch, new Range(8, 55), 1.8, 0.12);
  }

  static Pace expressBus(Dice dice) {
    double mps = dice.uniform(18, 28);
    return new Pace(mps, 0.12, 0.8, 0.9, new Range(2_000, 9_000), new Range(15, 60), 0.2, 0.04);
  }

  static Pace tram(Dice dice) {
    double mps = dice.uniform(8, 15);
    return new Pace(mps, 0.12, 0.4, 1.1, new Range(300, 900), new Range(14, 35), 0.8, 0.1);
  }

  static Pace lightRail(Dice dice) {
    double mps = dice.uniform(14, 25);
    return new Pace(mps, 0.12, 0.4, 1.1, new Range(800, 2_500), new Range(18, 40), 0.1, 0.05);
  }

  static Pace subway(Dice dice) {
    double mps = dice.uniform(14, 24);
    return new Pace(mps, 0.12, 0.4, 1.1, new Range(600, 2_500), new Range(18, 40), 0.1, 0.06);
  }

  static Pace commuterTrain(Dice dice) {
    double mps = dice.uniform(20, 36);
    return new Pace(mps, 0.12, 0.4, 0.6, new Range(1_500, 7_000), new Range(25, 100), 0, 0.02);
  }

  static Pace intercityTrain(Dice dice) {
    double mps = dice.uniform(35, 75);
    return new Pace(mps, 0.1, 0.5, 0.4, new Range(15_000, 60_000), new Range(60, 240), 0, 0.01);
  }

  static Pace flight(Dice dice) {
    double mps = dice.uniform(180, 250);
    var stretch = new Range(200_000, 900_000);
    return new Pace(mps, 0.03, 2, 1.2, stretch, new Range(0, 2), 0, 0.001);
  }
}
