package io.sensorium.analysis.smoothing;

import java.util.Arrays;

/**
 * Where somebody most likely was at each fix, and how fast, as all fixes of a window tell together.
 * See docs/algorithms/smoothing.md.
 *
 * <p>A constant-velocity Kalman filter and a Rauch-Tung-Striebel pass back, run twice: the first
 * run tells how fast somebody was, and so how strongly they can have turned and braked in the
 * second.
 */
public final class MotionSmoother {
  /*
   * The pass back is in the form of Bryson and Frazier, which gives the same means without
   * inverting a matrix. What the smoother gives is an offset from each fix, not a place.
   */

  private static final double LONGEST_STEP_SECONDS = 120;
  private static final double LONGEST_GATED_SECONDS = 9;
  private static final double WANDER_SECONDS = 8;
  private static final double OTHER_SOURCE_RATIO = 2;
  private static final int MOST_REFUSED = 3;
  private static final double SIGMAS = 3;
  private static final double JUMP_MPS = 100;
  private static final double FIRST_DENSITY = 0.5;
  private static final double LEAST_DENSITY = 0.01;
  private static final double GREATEST_DENSITY = 6;
  private static final double DENSITY_PER_SQUARE_MPS = 0.04;
  private static final double DENSITY_PER_SQUARE_SECOND = 0.01;
  private static final double LEAST_SPEED_SIGMA_MPS = 1;
  private static final double SPEED_SIGMA_RATIO = 0.1;
  private static final double GUESSED_COURSE_SIGMA_RATIO = 0.2;
  private static final double LEAST_COURSE_MPS = 0.5;
  private static final double OWN_SHARE = 0.5;

  private final MeasuredMotion motion;
  private final int size;
  private final double wanderRatio;
  private final double whiteRatio;
  private final Filter filter = new Filter();
  private final FilterLog log;
  private final double[] eastMeters;
  private final double[] northMeters;
  private final double[] eastMps;
  private final double[] northMps;
  private final boolean[] startsAnew;
  private boolean first = true;

  /** Smooths a window. */
  public MotionSmoother(MeasuredMotion motion) {
    this.motion = motion;
    size = motion.size();
    whiteRatio = WhiteShare.of(motion);
    wanderRatio = Math.sqrt(1 - whiteRatio * whiteRatio);
    log = new FilterLog(size);
    eastMeters = new double[size];
    northMeters = new double[size];
    eastMps = new double[size];
    northMps = new double[size];
    startsAnew = new boolean[size];
    run();
    first = false;
    run();
  }

  /** How far east of a fix the phone was. */
  public double eastMeters(int i) {
    return eastMeters[i];
  }

  /** How far north of a fix the phone was. */
  public double northMeters(int i) {
    return northMeters[i];
  }

  /** The speed at a fix; half of it is the phone's own, where it gave one. */
  public double speedMps(int i) {
    if (motion.hasSpeed(i)) {
      return smoothMps(i) + OWN_SHARE * (motion.speedMps(i) - smoothMps(i));
    }
    return isAlone(i) ? neighbourMps(i) : smoothMps(i);
  }

  /** Whether the filter started anew both with a fix and after it. */
  private boolean isAlone(int i) {
    return startsAnew[i] && (i + 1 == size || startsAnew[i + 1]);
  }

  private double neighbourMps(int i) {
    double meters = 0;
    double seconds = 0;
    for (int k = Math.max(1, i); k <= Math.min(size - 1, i + 1); k++) {
      if (!isLoneJump(k)) {
        meters += motion.stepMps(k) * motion.stepSeconds(k);
        seconds += motion.stepSeconds(k);
      }
    }
    return seconds == 0 ? 0 : meters / seconds;
  }

  private double smoothMps(int i) {
    return Math.sqrt(eastMps[i] * eastMps[i] + northMps[i] * northMps[i]);
  }

  private void run() {
    Arrays.fill(startsAnew, false);
    int from = 0;
    while (from < size) {
      startsAnew[from] = true;
      int to = forth(from);
      back(from, to);
      from = to;
    }
  }

  /** Filters from a fix on; gives the fix at which the filter must start anew, or the size. */
  private int forth(int from) {
    filter.start();
    int refused = 0;
    for (int i = from; i < size; i++) {
      if (i > from && isBreak(i)) {
        return i;
      }
      double memory = i > from ? pass(i) : 0;
      log.time(i, i > from ? motion.stepSeconds(i) : 0, memory);
      refused = measurePosition(i, i > from) ? 0 : refused + 1;
      if (refused == MOST_REFUSED) {
        return i + 1 - MOST_REFUSED;
      }
      measureVelocity(i);
      log.state(i, filter);
    }
    return size;
  }

  private boolean isBreak(int i) {
    return motion.stepSeconds(i) > LONGEST_STEP_SECONDS || isLoneJump(i);
  }

  /** A step as after a stale fix, which says nothing of speed. */
  private boolean isLoneJump(int i) {
    return isJump(i) && !(i > 1 && isJump(i - 1)) && !(i + 1 < size && isJump(i + 1));
  }

  private boolean isJump(int i) {
    double scatterMeters = SIGMAS * (motion.sigmaMeters(i - 1) + motion.sigmaMeters(i));
    return (motion.stepMps(i) - JUMP_MPS) * motion.stepSeconds(i) > scatterMeters;
  }

  private double pass(int i) {
    double seconds = motion.stepSeconds(i);
    double ratio = motion.sigmaMeters(i) / motion.sigmaMeters(i - 1);
    boolean sameSource = ratio <= OTHER_SOURCE_RATIO && ratio * OTHER_SOURCE_RATIO >= 1;
    double memory = sameSource ? 1 / (1 + seconds / WANDER_SECONDS) : 0;
    filter.predict(seconds, density(i, seconds), memory);
    filter.moveOrigin(motion.stepEastMeters(i), motion.stepNorthMeters(i));
    return memory;
  }

  /** How strongly somebody accelerates: more at higher speed, and more than once in a long step. */
  private double density(int i, double seconds) {
    if (first) {
      return FIRST_DENSITY;
    }
    double mps = Math.max(smoothMps(i - 1), smoothMps(i));
    double density = LEAST_DENSITY + DENSITY_PER_SQUARE_MPS * mps * mps;
    return Math.min(GREATEST_DENSITY, density)
        * (1 + DENSITY_PER_SQUARE_SECOND * seconds * seconds);
  }

  private boolean measurePosition(int i, boolean followsAnother) {
    double wanderMeters = wanderRatio * motion.sigmaMeters(i);
    double whiteMeters = whiteRatio * motion.sigmaMeters(i);
    boolean gated = followsAnother && motion.stepSeconds(i) <= LONGEST_GATED_SECONDS;
    boolean taken = filter.measurePosition(wanderMeters, whiteMeters, gated);
    log.position(i, filter, taken, wanderMeters);
    return taken;
  }

  private void measureVelocity(int i) {
    log.velocity(i, filter, motion.hasSpeed(i) && measureSpeed(i, motion.speedMps(i)));
  }

  /** Without a course of its own a speed is taken in along the way that the first run found. */
  private boolean measureSpeed(int i, double mps) {
    if (motion.hasCourse(i)) {
      double sigmaMps = LEAST_SPEED_SIGMA_MPS + SPEED_SIGMA_RATIO * mps;
      return filter.measureVelocity(
          mps * motion.courseEast(i), mps * motion.courseNorth(i), sigmaMps);
    }
    double before = first ? 0 : smoothMps(i);
    if (before <= LEAST_COURSE_MPS) {
      return false;
    }
    double ratio = mps / before;
    double sigmaMps = LEAST_SPEED_SIGMA_MPS + GUESSED_COURSE_SIGMA_RATIO * mps;
    return filter.measureVelocity(ratio * eastMps[i], ratio * northMps[i], sigmaMps);
  }

  private void back(int from, int to) {
    log.turnBack();
    for (int i = to - 1; i >= from; i--) {
      eastMeters[i] = log.eastMeters(i);
      northMeters[i] = log.northMeters(i);
      eastMps[i] = log.eastMps(i);
      northMps[i] = log.northMps(i);
      log.stepBack(i);
    }
  }
}
