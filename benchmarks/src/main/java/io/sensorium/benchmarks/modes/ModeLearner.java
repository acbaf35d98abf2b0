package io.sensorium.benchmarks.modes;

import io.sensorium.analysis.legs.ModeModel;
import io.sensorium.analysis.legs.TripEvidence;
import io.sensorium.analysis.trees.Ensemble;
import io.sensorium.analysis.trees.TreeText;
import io.sensorium.benchmarks.trees.BoostedTrees;
import io.sensorium.benchmarks.trees.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongBiFunction;

/** Learns the three models of modes. */
public final class ModeLearner {

  /** How much a step of a simulated trip counts beside one of a real trip. */
  public static final double SIMULATED_STEP_WEIGHT = 0.15;

  /** How much a simulated ride counts beside a real one: there are fewer different real ones. */
  public static final double SIMULATED_RIDE_WEIGHT = 0.3;

  private static final BoostedTrees.Settings MOTION =
      new BoostedTrees.Settings(80, 3, 0.15, 20, 20, 0.5, 0.4, 1);
  private static final BoostedTrees.Settings RIDE =
      new BoostedTrees.Settings(180, 3, 0.05, 10, 5, 0.5, 0.3, 2);
  private static final int RIDE_ENSEMBLES = 5;
  private static final BoostedTrees.Settings RAIL =
      new BoostedTrees.Settings(40, 3, 0.2, 5, 3, 0.7, 0.5, 3);

  /** How many trips of the simulator are learned from. */
  public static final int SIMULATED_TRIPS = 1_200;

  private final List<TripRows> simulated;

  private ModeLearner(List<TripRows> simulated) {
    this.simulated = simulated;
  }

  /** A learner that knows the simulated trips; making them takes a few seconds. */
  public static ModeLearner create() {
    var random = new Random(3);
    return new ModeLearner(
        SimulatedTrips.list(SIMULATED_TRIPS).stream()
            .map(trip -> TripRows.of(trip, random))
            .toList());
  }

  /**
   * Learns from the simulated trips and from real ones.
   *
   * @return the text of each of the {@link ModeModel#FILES}, by name
   */
  public Map<String, String> learn(List<TripRows> real) {
    var motion = new Rows(TripEvidence.stepNames(), ModeModel.MOTIONS);
    real.forEach(trip -> trip.addMotionTo(motion, 1));
    simulated.forEach(trip -> trip.addMotionTo(motion, SIMULATED_STEP_WEIGHT));
    var ride = new Rows(TripEvidence.rideNames(), ModeModel.RIDES);
    real.forEach(trip -> trip.addRidesTo(ride, 1));
    simulated.forEach(trip -> trip.addRidesTo(ride, SIMULATED_RIDE_WEIGHT));
    var rail = new Rows(TripEvidence.rideNames(), ModeModel.RAILS);
    simulated.forEach(trip -> trip.addRailTo(rail, 1));
    return Map.of(
        "motion.trees", text(BoostedTrees.learn(motion, MOTION)),
        "ride.trees", text(BoostedTrees.learnMean(ride, RIDE, RIDE_ENSEMBLES)),
        "rail.trees", text(BoostedTrees.learn(rail, RAIL)));
  }

  /** How many rows of a class there are. */
  public record Count(String file, String name, long real, long simulated) {}

  /** How many rows {@link #learn} would learn from. */
  public List<Count> counts(List<TripRows> real) {
    var counts = new ArrayList<Count>();
    addCounts("motion.trees", ModeModel.MOTIONS, real, TripRows::motionRows, counts);
    addCounts("ride.trees", ModeModel.RIDES, real, TripRows::rideRows, counts);
    addCounts("rail.trees", ModeModel.RAILS, List.of(), TripRows::railRows, counts);
    return counts;
  }

  private void addCounts(
      String file,
      List<String> classes,
      List<TripRows> real,
      ToLongBiFunction<TripRows, Integer> rowsOf,
      List<Count> to) {
    for (int i = 0; i < classes.size(); i++) {
      int label = i;
      long ofReal = real.stream().mapToLong(trip -> rowsOf.applyAsLong(trip, label)).sum();
      long made = simulated.stream().mapToLong(trip -> rowsOf.applyAsLong(trip, label)).sum();
      to.add(new Count(file, classes.get(i), ofReal, made));
    }
  }

  /** How a model is learned, in words. */
  public static String settings(String file) {
    var settings =
        switch (file) {
          case "motion.trees" -> MOTION;
          case "ride.trees" -> RIDE;
          default -> RAIL;
        };
    var mean = file.equals("ride.trees") ? "mean of " + RIDE_ENSEMBLES + ": " : "";
    return mean
        + "%d rounds, depth %d, rate %s, lambda %s, least weight %s, rows %s, features %s, seed %d"
            .formatted(
                settings.rounds(),
                settings.depth(),
                settings.learningRate(),
                settings.lambda(),
                settings.leastWeight(),
                settings.rowShare(),
                settings.featureShare(),
                settings.seed());
  }

  private static String text(Ensemble ensemble) {
    return TreeText.write(ensemble);
  }
}
