package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.roads.Plane;
import java.util.Random;

/**
 * Speed and course as a phone tells them, or not at all.
 *
 * <p>The errors are those of the phones of MobilityNet on straight legs of cars, buses and
 * bicycles: 68 % of the courses are within 4 degrees at 4 m/s and within 2 at 15 m/s of the way's
 * direction where the accuracy is 10 m or better, twice as far off where it is worse; one in seven
 * is farther off than such a bell allows; after 4 s an error has mostly changed (a correlation of
 * 0.78 after 1 s, of 0.35 after 4 s).
 */
final class PhoneCourse {

  private static final double MEMORY_SECONDS = 4;
  private static final double LEAST_SIGMA_DEG = 1.3;
  private static final double ACROSS_MPS = 0.35;
  private static final double ALONG_MPS = 0.7;
  private static final double WILD_RATIO = 0.15;
  private static final double WILD_FACTOR = 2.5;

  /** Slower phones tell no course. */
  private static final double LEAST_MPS = 1;

  private final boolean tells;
  private final double factor;
  private final Random random;
  private final double keep = Math.exp(-1 / MEMORY_SECONDS);

  private double courseError;
  private double speedError;
  private double mps;
  private double bearingDeg;

  private PhoneCourse(boolean tells, double sigmaMeters, Random random) {
    this.tells = tells;
    this.factor = Math.clamp(sigmaMeters / 5, 1, 2);
    this.random = random;
    courseError = random.nextGaussian();
    speedError = random.nextGaussian();
  }

  /** Neither speed nor course. */
  static PhoneCourse untold() {
    return new PhoneCourse(false, 5, new Random(0));
  }

  /** As a phone does whose positions are that far off. */
  static PhoneCourse told(double sigmaMeters, Random random) {
    return new PhoneCourse(true, sigmaMeters, random);
  }

  /** Where the car was, and where it is a second later. */
  void move(EdgePlace from, EdgePlace to) {
    double east =
        new Plane((int) from.latitudeE7())
            .eastMeters((int) from.longitudeE7(), (int) to.longitudeE7());
    double north = Plane.northMeters((int) from.latitudeE7(), (int) to.latitudeE7());
    mps = Math.hypot(east, north);
    bearingDeg = StrictMath.toDegrees(StrictMath.atan2(east, north));
    double renew = Math.sqrt(1 - keep * keep);
    courseError = keep * courseError + renew * random.nextGaussian();
    speedError = keep * speedError + renew * random.nextGaussian();
  }

  /** NaN where it is not told. */
  double speedMps() {
    return tells ? Math.max(0, mps + factor * ALONG_MPS * speedError) : Double.NaN;
  }

  /** Clockwise from north; NaN where it is not told. */
  double courseDeg() {
    if (!tells || mps < LEAST_MPS) {
      return Double.NaN;
    }
    double across = StrictMath.toDegrees(StrictMath.atan(ACROSS_MPS / mps));
    double wild = random.nextDouble() < WILD_RATIO ? WILD_FACTOR : 1;
    double error = wild * factor * Math.hypot(LEAST_SIGMA_DEG, across) * courseError;
    return (bearingDeg + error + 720) % 360;
  }
}
