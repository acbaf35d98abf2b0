package io.sensorium.analysis.legs;

import java.util.ArrayList;
import java.util.List;

/**
 * What surrounds each step of a trip, in numbers: the input of the model of motion.
 *
 * <p>Windows of several widths around the step, which end at long halts, and the part between those
 * halts as a whole.
 */
final class StepFeatures {

  private static final int[] REACHES = {2, 6, 15, 36};
  private static final List<String> PER_WINDOW =
      List.of(
          "mean",
          "low",
          "middle",
          "high",
          "halts",
          "brisk",
          "deviation",
          "change",
          "turn",
          "straight",
          "foot",
          "bicycle",
          "vehicle",
          "still");

  /** The features in order. */
  static final List<String> NAMES = names();

  private final Steps steps;
  private final StepSums sums;
  private final LongHalts halts;
  private final double fastestMps;

  StepFeatures(Steps steps, StepSums sums) {
    this.steps = steps;
    this.sums = sums;
    this.halts = new LongHalts(steps);
    this.fastestMps = sums.bins.quantileMps(0, steps.size(), 0.97);
  }

  private static List<String> names() {
    var names = new ArrayList<String>();
    names.addAll(List.of("speed", "behind", "ahead", "interval", "gaps", "part", "fastest"));
    for (int reach : REACHES) {
      PER_WINDOW.forEach(name -> names.add(name + "_" + reach));
    }
    PER_WINDOW.forEach(name -> names.add(name + "_part"));
    return List.copyOf(names);
  }

  /** Writes the features of a step; their number is that of the names. */
  void fill(int step, double[] out) {
    int from = halts.from(step);
    int to = halts.to(step);
    out[0] = steps.speedMps(step);
    out[1] = Math.min(60, step - from);
    out[2] = Math.min(60, to - 1 - step);
    out[3] = steps.intervalSeconds(step);
    out[4] = sums.gaps.mean(from, to);
    out[5] = Math.min(360, to - from);
    out[6] = fastestMps;
    int at = 7;
    for (int reach : REACHES) {
      at = fill(Math.max(from, step - reach), Math.min(to, step + reach + 1), out, at);
    }
    fill(from, to, out, at);
  }

  private int fill(int from, int to, double[] out, int begin) {
    int at = begin;
    out[at++] = sums.speed.mean(from, to);
    out[at++] = sums.bins.quantileMps(from, to, 0.2);
    out[at++] = sums.bins.quantileMps(from, to, 0.5);
    out[at++] = sums.bins.quantileMps(from, to, 0.9);
    out[at++] = sums.halts.mean(from, to);
    out[at++] = sums.brisk.mean(from, to);
    out[at++] = sums.deviationMps(from, to);
    out[at++] = sums.change.mean(from, to);
    out[at++] = sums.turnPer100Meters(from, to);
    out[at++] = sums.straightness(from, to);
    out[at++] = sums.share(sums.foot, from, to);
    out[at++] = sums.share(sums.bicycle, from, to);
    out[at++] = sums.share(sums.vehicle, from, to);
    out[at++] = sums.share(sums.still, from, to);
    return at;
  }
}
