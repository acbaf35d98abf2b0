package io.sensorium.analysis.legs;

import java.util.Arrays;

/** Finds the most likely sequence of motions of a trip. */
final class MotionDecoder {
  /*
   * The Viterbi path of a hidden Markov model with three states. What the model of motion says of a
   * step counts a part, because windows of neighbouring steps overlap. Changing costs; changing
   * between bicycle and vehicle without walking in between costs more.
   */

  private static final Motion[] MOTIONS = Motion.values();
  private static final double WEIGHT = 0.5;
  private static final double CHANGE_COST = 4;
  private static final double DIRECT_CHANGE_COST = 6;
  private static final double FLOOR = 0.05;

  private MotionDecoder() {}

  /**
   * One motion for each step.
   *
   * @param probabilities of each step, then of each motion
   */
  static Motion[] decode(double[][] probabilities) {
    int size = probabilities.length;
    var from = new int[size][MOTIONS.length];
    var score = new double[MOTIONS.length];
    for (int step = 0; step < size; step++) {
      var next = new double[MOTIONS.length];
      for (int to = 0; to < MOTIONS.length; to++) {
        int best = to;
        for (int i = 0; step > 0 && i < MOTIONS.length; i++) {
          if (score[i] - changeCost(i, to) > score[best] - changeCost(best, to)) {
            best = i;
          }
        }
        from[step][to] = best;
        double evidence = WEIGHT * StrictMath.log(probabilities[step][to] + FLOOR);
        next[to] = score[best] - changeCost(best, to) + evidence;
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
        : DIRECT_CHANGE_COST;
  }
}
