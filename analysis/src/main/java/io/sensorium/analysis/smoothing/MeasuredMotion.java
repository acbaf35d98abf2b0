package io.sensorium.analysis.smoothing;

import java.util.Arrays;

/**
 * What a phone measured, fix by fix, as columns on a plane: the input of {@link MotionSmoother}.
 *
 * <p>Each fix is told by the step that leads to it, so that no plane must reach further than from
 * one fix to the next. Mutable while it is filled.
 */
public final class MeasuredMotion {

  private static final double LEAST_ACCURACY_METERS = 3;

  /** A round Gaussian has 1.515; phones overstate their errors a little. */
  private static final double ACCURACY_PER_SIGMA = 1.8;

  private int size;
  private final double[] stepSeconds;
  private final double[] stepEastMeters;
  private final double[] stepNorthMeters;
  private final double[] sigmaMeters;
  private final double[] speedMps;
  private final double[] courseEast;
  private final double[] courseNorth;

  /** Has room for {@code capacity} fixes. */
  public MeasuredMotion(int capacity) {
    stepSeconds = new double[capacity];
    stepEastMeters = new double[capacity];
    stepNorthMeters = new double[capacity];
    sigmaMeters = new double[capacity];
    speedMps = new double[capacity];
    courseEast = new double[capacity];
    courseNorth = new double[capacity];
    Arrays.fill(courseEast, Double.NaN);
  }

  /**
   * Adds the next fix. The step from the fix before it is of no meaning for the first one.
   *
   * @param seconds positive
   * @param accuracyMeters radius that holds the true position with 68 % probability
   */
  public void add(double seconds, double eastMeters, double northMeters, double accuracyMeters) {
    stepSeconds[size] = seconds;
    stepEastMeters[size] = eastMeters;
    stepNorthMeters[size] = northMeters;
    sigmaMeters[size] = Math.max(LEAST_ACCURACY_METERS, accuracyMeters) / ACCURACY_PER_SIGMA;
    size++;
  }

  /** The last fix added came with the phone's own speed over ground; 0 means not known. */
  public void setSpeedMps(double mps) {
    speedMps[size - 1] = mps;
  }

  /** The last fix added came with the direction in which the phone moved. */
  public void setCourseDeg(double clockwiseFromNorthDeg) {
    double radians = StrictMath.toRadians(clockwiseFromNorthDeg);
    courseEast[size - 1] = StrictMath.sin(radians);
    courseNorth[size - 1] = StrictMath.cos(radians);
  }

  int size() {
    return size;
  }

  double stepSeconds(int i) {
    return stepSeconds[i];
  }

  double stepEastMeters(int i) {
    return stepEastMeters[i];
  }

  double stepNorthMeters(int i) {
    return stepNorthMeters[i];
  }

  /** Speed of the step that leads to a fix. */
  double stepMps(int i) {
    double east = stepEastMeters[i];
    double north = stepNorthMeters[i];
    return Math.sqrt(east * east + north * north) / stepSeconds[i];
  }

  /** Standard deviation of the error on each axis. */
  double sigmaMeters(int i) {
    return sigmaMeters[i];
  }

  boolean hasSpeed(int i) {
    return speedMps[i] > 0;
  }

  double speedMps(int i) {
    return speedMps[i];
  }

  boolean hasCourse(int i) {
    return !Double.isNaN(courseEast[i]);
  }

  /** East part of the direction of length one. */
  double courseEast(int i) {
    return courseEast[i];
  }

  /** North part of the direction of length one. */
  double courseNorth(int i) {
    return courseNorth[i];
  }
}
