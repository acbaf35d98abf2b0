package io.sensorium.simulator.phone;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.movement.Motion;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.random.Drift;
import io.sensorium.simulator.town.LocalPlane;
import io.sensorium.simulator.town.Point;

/** The phone's locating: turns where it truly is into what it reports. */
final class Receiver {
  /*
   * The error is sigma times a drift with unit variance on each axis, plus white noise. Sigma
   * follows the surroundings over some seconds, as a receiver does that loses its satellites.
   */

  private static final double OUTDOOR_TAU_SECONDS = 25;
  private static final double INDOOR_TAU_SECONDS = 600;
  private static final double SETTLE_SECONDS = 20;
  private static final double CANYON_CELL_METERS = 250;
  private static final double RADIUS_68_PER_SIGMA = 1.515; // of a round two-axis Gaussian
  private static final double ALTITUDE_TAU_SECONDS = 120;
  private static final double STANDING_MPS = 0.8;

  private final NoiseProfile noise;
  private final LocalPlane plane;
  private final Dice dice;
  private final Dice canyons;
  private final Drift east;
  private final Drift north;
  private final Drift altitude;
  private final Drift optimism;
  private double sigmaMeters;
  private long lastMicros;

  Receiver(NoiseProfile noise, LocalPlane plane, long startMicros, Dice dice) {
    this.noise = noise;
    this.plane = plane;
    this.dice = dice.fork("fixes");
    this.canyons = new Dice(7).fork("canyons");
    this.east = new Drift(dice.fork("east"));
    this.north = new Drift(dice.fork("north"));
    this.altitude = new Drift(dice.fork("altitude"));
    this.optimism = new Drift(dice.fork("optimism"));
    this.sigmaMeters = noise.indoorSigmaMeters();
    this.lastMicros = startMicros;
  }

  /** Measures once. Times must not go back. */
  void measure(
      long timeMicros, Motion truth, boolean indoors, long uptimeMillis, FixTrack.Builder into) {
    double elapsed = (double) (timeMicros - lastMicros) / Micros.PER_SECOND;
    lastMicros = timeMicros;
    var guess = guess(truth, indoors, elapsed);
    if (indoors && dice.chance(noise.networkShare())) {
      guess = networkGuess();
    }
    if (dice.chance(noise.spikeShare())) {
      guess = spiked(guess);
    }
    write(timeMicros, truth, guess, indoors, elapsed, uptimeMillis, into);
  }

  private record Guess(
      double errorEastMeters,
      double errorNorthMeters,
      double accuracyMeters,
      LocationProvider provider) {}

  private Guess guess(Motion truth, boolean indoors, double elapsedSeconds) {
    double target = indoors ? noise.indoorSigmaMeters() : outdoorSigma(truth.position());
    sigmaMeters += (target - sigmaMeters) * (1 - StrictMath.exp(-elapsedSeconds / SETTLE_SECONDS));
    double tau = indoors ? INDOOR_TAU_SECONDS : OUTDOOR_TAU_SECONDS;
    double belief = StrictMath.exp(0.25 * optimism.advance(elapsedSeconds, 60));
    return new Guess(
        sigmaMeters * east.advance(elapsedSeconds, tau) + white(),
        sigmaMeters * north.advance(elapsedSeconds, tau) + white(),
        Math.max(2, RADIUS_68_PER_SIGMA * sigmaMeters * belief),
        LocationProvider.GPS);
  }

  private Guess networkGuess() {
    double accuracyMeters = dice.uniform(20, 60);
    double sigma = accuracyMeters / 2;
    return new Guess(
        dice.gaussian(0, sigma), dice.gaussian(0, sigma), accuracyMeters, LocationProvider.NETWORK);
  }

  private Guess spiked(Guess guess) {
    double awayMeters = dice.uniform(150, 1_500);
    double angle = dice.uniform(0, 2 * Math.PI);
    boolean unaware = dice.chance(0.5);
    return new Guess(
        guess.errorEastMeters() + awayMeters * StrictMath.sin(angle),
        guess.errorNorthMeters() + awayMeters * StrictMath.cos(angle),
        unaware ? guess.accuracyMeters() : awayMeters * dice.uniform(0.2, 1),
        guess.provider());
  }

  private void write(
      long timeMicros,
      Motion truth,
      Guess guess,
      boolean indoors,
      double elapsedSeconds,
      long uptimeMillis,
      FixTrack.Builder into) {
    var seen = truth.position().plus(guess.errorEastMeters(), guess.errorNorthMeters());
    var position = plane.toLatLon(seen);
    boolean satellites = guess.provider() == LocationProvider.GPS;
    double altitudeMeters = 12 + 5 * altitude.advance(elapsedSeconds, ALTITUDE_TAU_SECONDS);
    double speedMps = Math.max(0, truth.speedMps() + dice.gaussian(0, 0.25));
    double bearingDeg = truth.bearingDeg() + dice.gaussian(0, 20 / (1 + speedMps));
    boolean moves = satellites && !indoors && speedMps > STANDING_MPS;
    into.addRow(
        timeMicros,
        (int) StrictMath.round(position.latitudeDeg() * 1e7),
        (int) StrictMath.round(position.longitudeDeg() * 1e7),
        (int) (guess.accuracyMeters() * 1_000),
        satellites ? (int) (altitudeMeters * 100) : FixTrack.ABSENT,
        satellites && !indoors ? (int) (speedMps * 1_000) : FixTrack.ABSENT,
        moves ? (int) ((bearingDeg + 720) % 360 * 100) : FixTrack.ABSENT,
        uptimeMillis,
        guess.provider());
  }

  private double white() {
    return noise.whiteSigmaMeters() * dice.gaussian();
  }

  /** Some quarters of each town have narrow streets; which ones, their position tells. */
  private double outdoorSigma(Point at) {
    long column = (long) Math.floor(at.eastMeters() / CANYON_CELL_METERS);
    long row = (long) Math.floor(at.northMeters() / CANYON_CELL_METERS);
    boolean canyon = canyons.fork(column).fork(row).chance(noise.canyonShare());
    return canyon ? noise.canyonSigmaMeters() : noise.outdoorSigmaMeters();
  }
}
