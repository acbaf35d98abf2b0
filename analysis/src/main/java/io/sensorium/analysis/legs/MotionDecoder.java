package io.sensorium.analysis.legs;

import java.util.Arrays;

/** Finds the most likely sequence of motions of a trip. */
final class MotionDecoder {
  /*
   * The Viterbi path of a hidden Markov model with three states. Changing costs; changing between
   * bicycle and vehicle without walking in between costs twice.
   */

  private static final Motion[] MOTIONS = Motion.values();
  private static final double WEIGHT = 0.6; // neighbouring steps are not independent
  private static final double GAP_WEIGHT = 0.2;
  private static final double ACTIVITY_WEIGHT = 0.8;
  private static final double CHANGE_COST = 7;

  private MotionDecoder() {}

  /** One motion for each step. */
  static Motion[] decode(Steps steps) {
    int size = steps.size();
    var from = new int[size][MOTIONS.length];
    var score = new double[MOTIONS.length];
    for (int step = 0; step < size; step++) {
      var next = new double[MOTIONS.length];
      for (var motion : MOTIONS) {
        int to = motion.ordinal();
        int best = to;
        for (int i = 0; step > 0 && i < MOTIONS.length; i++) {
          if (score[i] - changeCost(i, to) > score[best] - changeCost(best, to)) {
            best = i;
          }
        }
        from[step][to] = best;
        next[to] = score[best] - changeCost(best, to) + evidence(steps, step, motion);
      }
      score = next;
    }
    return backtrack(from, score);
  }

  private static Motion[] backtrack(int[][] from, double[] score) {
    int state = 0;
    for (int i = 1; i < score.length; i++) {
      state = score[i] > score[state] ? i : state;
    }
    var motions = new Motion[from.length];
    Arrays.fill(motions, MOTIONS[state]);
    for (int step = from.length - 1; step > 0; step--) {
      state = from[step][state];
      motions[step - 1] = MOTIONS[state];
    }
    return motions;
  }

  private static double changeCost(int from, int to) {
    if (from == to) {
      return 0;
    }
    return MOTIONS[from] == Motion.WALK || MOTIONS[to] == Motion.WALK
        ? CHANGE_COST
        : 2 * CHANGE_COST;
  }

  /** What one step says for a motion. */
  static double evidence(Steps steps, int step, Motion motion) {
    double weight = steps.isGap(step) ? GAP_WEIGHT : WEIGHT;
    double agreement = motion.agreement(steps.activity(step)) * steps.confidenceRatio(step);
    return weight * motion.logLikelihood(steps.speedMps(step)) + ACTIVITY_WEIGHT * agreement;
  }
}
