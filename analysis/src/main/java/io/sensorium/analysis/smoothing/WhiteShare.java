package io.sensorium.analysis.smoothing;

import java.util.Arrays;

/** Tells which part of a phone's error each fix has anew, and which part wanders. */
final class WhiteShare {
  /*
   * A wandering error is nearly the same in three fixes that follow each other closely, so how far
   * the middle one lies off the line between the others shows the white part alone. Somebody who
   * brakes or turns adds to it; therefore a low quantile over the track.
   */

  private static final double LONGEST_STEP_SECONDS = 6;
  private static final int FEWEST = 10;
  private static final double UNKNOWN = 0.4;
  private static final double LEAST = 0.2;
  private static final double GREATEST = 0.98;
  private static final double QUANTILE = 0.4;
  private static final double CHI_SQUARE_AT_QUANTILE = 1.0217; // with two degrees of freedom

  private WhiteShare() {}

  /** White part of the standard deviation, 0 to 1. */
  static double of(MeasuredMotion motion) {
    var ratios = new double[motion.size()];
    int count = 0;
    for (int i = 1; i + 1 < motion.size(); i++) {
      if (motion.stepSeconds(i) <= LONGEST_STEP_SECONDS
          && motion.stepSeconds(i + 1) <= LONGEST_STEP_SECONDS) {
        ratios[count++] = ratio(motion, i);
      }
    }
    if (count < FEWEST) {
      return UNKNOWN;
    }
    Arrays.sort(ratios, 0, count);
    double typical = ratios[(int) (count * QUANTILE)];
    return Math.clamp(Math.sqrt(typical / CHI_SQUARE_AT_QUANTILE), LEAST, GREATEST);
  }

  /** Square of the distance off the line over what white noise alone would lead to. */
  private static double ratio(MeasuredMotion motion, int i) {
    double seconds = motion.stepSeconds(i) + motion.stepSeconds(i + 1);
    double before = motion.stepSeconds(i + 1) / seconds;
    double behind = motion.stepSeconds(i) / seconds;
    double east = before * motion.stepEastMeters(i) - behind * motion.stepEastMeters(i + 1);
    double north = before * motion.stepNorthMeters(i) - behind * motion.stepNorthMeters(i + 1);
    double sigma = motion.sigmaMeters(i);
    double variance = sigma * sigma * (1 + before * before + behind * behind);
    return (east * east + north * north) / variance;
  }
}
