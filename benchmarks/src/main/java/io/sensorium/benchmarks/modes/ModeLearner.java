package io.sensorium.benchmarks.modes;

import io.sensorium.analysis.legs.ModeModel;
import io.sensorium.analysis.legs.TripEvidence;
import io.sensorium.analysis.trees.Ensemble;
import io.sensorium.analysis.trees.TreeText;
import io.sensorium.benchmarks.trees.BoostedTrees;
import io.sensorium.benchmarks.trees.Rows;
import io.sensorium.core.timeline.TransportMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongBiFunction;

/** Learns the models of modes, but for that of surroundings. */
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

  private static final BoostedTrees.Settings TWO_WHEELS =
      new BoostedTrees.Settings(60, 3, 0.1, 10, 5, 0.6, 0.4, 4);

  /** How many trips of the simulator are learned from. */
  public static final int SIMULATED_TRIPS = 1_200;

  /** How many more by each of the modes that are told apart by small things. */
  public static final int TRIPS_BY_EACH = 250;

  private static final List<TransportMode> BIKES_AND_CARS =
      List.of(
          TransportMode.BIKING,
          TransportMode.ESCOOTER,
          TransportMode.CAR,
          TransportMode.MOTORCYCLE);

  private final List<TripRows> simulated;
  private final List<TripRows> bikesAndCars;

  private ModeLearner(List<TripRows> simulated, List<TripRows> bikesAndCars) {
    this.simulated = simulated;
    this.bikesAndCars = bikesAndCars;
  }

  /** A learner that knows the simulated trips; making them takes a few seconds. */
  public static ModeLearner create() {
    var random = new Random(3);
    return new ModeLearner(
        rows(SimulatedTrips.list(SIMULATED_TRIPS), random),
        rows(SimulatedTrips.by(BIKES_AND_CARS, TRIPS_BY_EACH), random));
  }

  private static List<TripRows> rows(List<LabelledTrip> trips, Random random) {
    return trips.stream().map(trip -> TripRows.of(trip, random)).toList();
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
    return Map.of(
        "motion.trees",
        text(BoostedTrees.learn(motion, MOTION)),
        RideModel.RIDE.file(),
        text(BoostedTrees.learnMean(rows(RideModel.RIDE, real), RIDE, RIDE_ENSEMBLES)),
        RideModel.BIKE.file(),
        text(BoostedTrees.learn(rows(RideModel.BIKE, real), TWO_WHEELS)),
        RideModel.CAR.file(),
        text(BoostedTrees.learn(rows(RideModel.CAR, real), TWO_WHEELS)),
        RideModel.RAIL.file(),
        text(BoostedTrees.learn(rows(RideModel.RAIL, real), RAIL)));
  }

  /** What a model of rides learns from. */
  private Rows rows(RideModel model, List<TripRows> real) {
    var rows = new Rows(TripEvidence.rideNames(), model.classes());
    for (var trip : realFor(model, real)) {
      trip.addRidesTo(rows, model, 1);
    }
    double weight = realFor(model, real).isEmpty() ? 1 : SIMULATED_RIDE_WEIGHT;
    for (var trip : simulatedFor(model)) {
      trip.addRidesTo(rows, model, weight);
    }
    return rows;
  }

  /** Recordings have no motorcycles, and do not tell one kind of rail from another. */
  private static List<TripRows> realFor(RideModel model, List<TripRows> real) {
    return switch (model) {
      case RIDE, BIKE -> real;
      case CAR, RAIL -> List.of();
    };
  }

  private List<TripRows> simulatedFor(RideModel model) {
    return switch (model) {
      case BIKE, CAR -> bikesAndCars;
      case RIDE, RAIL -> simulated;
    };
  }

  /** How many rows of a class there are. */
  public record Count(String file, String name, long real, long simulated) {}

  /** How many rows {@link #learn} would learn from. */
  public List<Count> counts(List<TripRows> real) {
    var counts = new ArrayList<Count>();
    addCounts("motion.trees", ModeModel.MOTIONS, real, simulated, TripRows::motionRows, counts);
    for (var model : RideModel.values()) {
      addCounts(
          model.file(),
          model.classes(),
          realFor(model, real),
          simulatedFor(model),
          (trip, label) -> trip.rideRows(model, label),
          counts);
    }
    return counts;
  }

  private static void addCounts(
      String file,
      List<String> classes,
      List<TripRows> real,
      List<TripRows> simulated,
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
          case "rail.trees" -> RAIL;
          default -> TWO_WHEELS;
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
