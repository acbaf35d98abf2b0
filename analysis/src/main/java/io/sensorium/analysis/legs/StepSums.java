package io.sensorium.analysis.legs;

import io.sensorium.core.signals.ActivityType;

/** What is asked of ranges of a trip's steps, summed up once. */
final class StepSums {

  private static final double HALT_MPS = 0.7;
  private static final double BRISK_MPS = 2.4;
  private static final double LEAST_MOVE_METERS = 6;

  final SpeedBins bins;
  final RunningSum speed;
  final RunningSum speedSquare;
  final RunningSum halts;
  final RunningSum brisk;
  final RunningSum change;
  final RunningSum turn;
  final RunningSum gaps;
  final RunningSum interval;
  final RunningSum foot;
  final RunningSum bicycle;
  final RunningSum vehicle;
  final RunningSum still;

  private final Steps steps;

  StepSums(Steps steps) {
    this.steps = steps;
    int size = steps.size();
    bins = new SpeedBins(steps);
    speed = RunningSum.of(size, steps::speedMps);
    speedSquare = RunningSum.of(size, i -> steps.speedMps(i) * steps.speedMps(i));
    halts = RunningSum.of(size, i -> steps.speedMps(i) < HALT_MPS ? 1 : 0);
    brisk = RunningSum.of(size, i -> steps.speedMps(i) >= BRISK_MPS ? 1 : 0);
    change = RunningSum.of(size, this::changeMps);
    turn = RunningSum.of(size, this::turnRadians);
    gaps = RunningSum.of(size, i -> steps.isGap(i) ? 1 : 0);
    interval = RunningSum.of(size, i -> Math.min(300, steps.intervalSeconds(i)));
    foot = activity(ActivityType.WALKING, ActivityType.ON_FOOT, ActivityType.RUNNING);
    bicycle = activity(ActivityType.ON_BICYCLE, ActivityType.ON_BICYCLE, ActivityType.ON_BICYCLE);
    vehicle = activity(ActivityType.IN_VEHICLE, ActivityType.IN_VEHICLE, ActivityType.IN_VEHICLE);
    still = activity(ActivityType.STILL, ActivityType.STILL, ActivityType.STILL);
  }

  private RunningSum activity(ActivityType one, ActivityType other, ActivityType third) {
    return RunningSum.of(
        steps.size(),
        i -> {
          var type = steps.activity(i);
          return type == one || type == other || type == third ? steps.confidenceRatio(i) : 0;
        });
  }

  private double changeMps(int i) {
    return i == 0 ? 0 : Math.abs(steps.speedMps(i) - steps.speedMps(i - 1));
  }

  /** How far the way bends at a step; 0 where nobody moves. */
  private double turnRadians(int i) {
    if (i == 0 || i + 1 >= steps.size()) {
      return 0;
    }
    double inEast = steps.eastMeters(i) - steps.eastMeters(i - 1);
    double inNorth = steps.northMeters(i) - steps.northMeters(i - 1);
    double outEast = steps.eastMeters(i + 1) - steps.eastMeters(i);
    double outNorth = steps.northMeters(i + 1) - steps.northMeters(i);
    double least = LEAST_MOVE_METERS * LEAST_MOVE_METERS;
    if (inEast * inEast + inNorth * inNorth < least
        || outEast * outEast + outNorth * outNorth < least) {
      return 0;
    }
    double cross = inEast * outNorth - inNorth * outEast;
    double along = inEast * outEast + inNorth * outNorth;
    return Math.abs(StrictMath.atan2(cross, along));
  }

  /** Air line over the way travelled, 0 to 1; NaN where nobody moves. */
  double straightness(int from, int to) {
    double meters = speed.sum(from, to) * (Steps.STEP_MICROS * 1e-6);
    if (meters < 30) {
      return Double.NaN;
    }
    double east = steps.eastMeters(to - 1) - steps.eastMeters(from);
    double north = steps.northMeters(to - 1) - steps.northMeters(from);
    return Math.min(1.5, Math.sqrt(east * east + north * north) / meters);
  }

  /** Standard deviation of the speed. */
  double deviationMps(int from, int to) {
    double mean = speed.mean(from, to);
    return Math.sqrt(Math.max(0, speedSquare.mean(from, to) - mean * mean));
  }

  /** Mean speed while not halting. */
  double movingMps(int from, int to) {
    double moving = to - from - halts.sum(from, to);
    return moving <= 0 ? 0 : speed.sum(from, to) / moving;
  }

  /** How much the way bends for each 100 m. */
  double turnPer100Meters(int from, int to) {
    double meters = speed.sum(from, to) * (Steps.STEP_MICROS * 1e-6);
    return meters < 30 ? Double.NaN : turn.sum(from, to) * 100 / meters;
  }

  /** Share of what the phone recognised that is one kind; NaN when it recognised nothing. */
  double share(RunningSum kind, int from, int to) {
    double known =
        foot.sum(from, to) + bicycle.sum(from, to) + vehicle.sum(from, to) + still.sum(from, to);
    return known < 0.3 ? Double.NaN : kind.sum(from, to) / known;
  }
}
