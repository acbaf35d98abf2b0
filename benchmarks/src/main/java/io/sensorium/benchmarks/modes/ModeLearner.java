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

  /** How much a simulated trip counts beside a real one. */
  public static final double SIMULATED_WEIGHT = 0.3;

  private static final BoostedTrees.Settings MOTION =
      new BoostedTrees.Settings(60, 4, 0.15, 20, 20, 0.5, 0.4, 1);
  private static final BoostedTrees.Settings RIDE =
      new BoostedTrees.Settings(300, 4, 0.03, 5, 3, 0.5, 0.2, 2);
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
    var motion = rows(TripEvidence.stepNames(), ModeModel.MOTIONS, real, TripRows::addMotionTo);
    var ride = rows(TripEvidence.rideNames(), ModeModel.RIDES, real, TripRows::addRidesTo);
    var rail = rows(TripEvidence.rideNames(), ModeModel.RAILS, List.of(), TripRows::addRailTo);
    return Map.of(
        "motion.trees", text(BoostedTrees.learn(motion, MOTION)),
        "ride.trees", text(BoostedTrees.learn(ride, RIDE)),
        "rail.trees", text(BoostedTrees.learn(rail, RAIL)));
  }

  private Rows rows(List<String> features, List<String> classes, List<TripRows> real, Part part) {
    var rows = new Rows(features, classes);
    real.forEach(trip -> part.addTo(trip, rows, 1));
    simulated.forEach(trip -> part.addTo(trip, rows, SIMULATED_WEIGHT));
    return rows;
  }

  @FunctionalInterface
  private interface Part {
    void addTo(TripRows trip, Rows rows, double weight);
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
    return "%d rounds, depth %d, rate %s, lambda %s, least weight %s, rows %s, features %s, seed %d"
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
