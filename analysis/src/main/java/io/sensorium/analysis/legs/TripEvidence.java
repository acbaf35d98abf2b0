package io.sensorium.analysis.legs;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import java.util.List;
import java.util.Optional;

/** The numbers that the models see of a trip; from here they are learned, and asked. */
public final class TripEvidence {

  private final Steps steps;
  private final StepSums sums;
  private final StepFeatures stepFeatures;
  private final RideFeatures rideFeatures;

  TripEvidence(Steps steps) {
    this.steps = steps;
    this.sums = new StepSums(steps);
    this.stepFeatures = new StepFeatures(steps, sums);
    this.rideFeatures = new RideFeatures(steps, sums);
  }

  /** The evidence of a trip whose track has enough fixes to tell a mode; else nothing. */
  public static Optional<TripEvidence> find(
      Piece.Trip trip, FixTrack raw, List<ActivitySample> activity) {
    var track = new CleanTrack(raw);
    return LegAnalysis.isEnough(trip, track)
        ? Optional.of(
            new TripEvidence(new Steps(trip.startMicros(), trip.endMicros(), track, activity)))
        : Optional.empty();
  }

  /** The names of a step's features. */
  public static List<String> stepNames() {
    return StepFeatures.NAMES;
  }

  /** The names of a ride's features. */
  public static List<String> rideNames() {
    return RideFeatures.NAMES;
  }

  /** How many steps the trip has, of {@link #stepMicros} each. */
  public int size() {
    return steps.size();
  }

  /** The length of a step. */
  public static long stepMicros() {
    return Steps.STEP_MICROS;
  }

  /** When a step begins. */
  public long startMicros(int step) {
    return steps.startMicros(step);
  }

  /** Writes the features of a step. */
  public void fillStep(int step, double[] out) {
    stepFeatures.fill(step, out);
  }

  /**
   * Writes the features of the ride in the steps {@code from} (inclusive) to {@code to}
   * (exclusive).
   *
   * @param otherRides how many other rides the trip has
   */
  public void fillRide(int from, int to, int otherRides, double[] out) {
    rideFeatures.fill(from, to, otherRides, out);
  }

  Steps steps() {
    return steps;
  }

  StepSums sums() {
    return sums;
  }
}
