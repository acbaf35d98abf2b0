package io.sensorium.benchmarks.surroundings;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.analysis.legs.ModeModel;
import io.sensorium.analysis.legs.RideSurroundings;
import io.sensorium.analysis.legs.TripEvidence;
import io.sensorium.analysis.surroundings.Surroundings;
import io.sensorium.analysis.trees.TreeText;
import io.sensorium.benchmarks.modes.LabelledTrip;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.benchmarks.trees.BoostedTrees;
import io.sensorium.benchmarks.trees.Rows;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Learns what a map shows along rides by each vehicle. */
public final class SurroundingsLearner {

  /** The file of the model. */
  public static final String FILE = "surroundings.trees";

  /** How many rides by each vehicle are made in each region. */
  public static final int RIDES_EACH = 120;

  private static final BoostedTrees.Settings SETTINGS =
      new BoostedTrees.Settings(60, 3, 0.1, 5, 5, 0.7, 0.7, 4);
  private static final int FEATURES_OF_A_THING = 2;
  private static final long LEAST_MICROS = 60 * Micros.PER_SECOND;
  private static final long SEED = 10_000;

  private final Map<TransportMode, List<double[]>> rows = new EnumMap<>(TransportMode.class);

  /** The model of all regions. */
  public static String learn(Path datasets, Path scratch) throws IOException {
    var learner = new SurroundingsLearner();
    for (var name : MapRegion.NAMES) {
      learner.add(MapRegion.load(datasets, name, scratch));
    }
    return learner.learn();
  }

  /** How it is learned, in words. */
  public static String settings() {
    return "%d rounds, depth %d, rate %s, lambda %s, %d rides by each vehicle in each of %s"
        .formatted(
            SETTINGS.rounds(),
            SETTINGS.depth(),
            SETTINGS.learningRate(),
            SETTINGS.lambda(),
            RIDES_EACH,
            String.join(", ", MapRegion.NAMES));
  }

  /** Makes rides in a region and takes their features. */
  void add(MapRegion region) {
    for (var mode : ModeModel.VEHICLE_MODES) {
      add(mode, featuresOf(region, mode, mode));
    }
    var underground = featuresOf(region, TransportMode.TRAIN, TransportMode.SUBWAY);
    underground.forEach(SurroundingsLearner::takeRailForSubway);
    add(TransportMode.SUBWAY, underground);
  }

  private void add(TransportMode mode, List<double[]> features) {
    rows.computeIfAbsent(mode, _ -> new ArrayList<>()).addAll(features);
  }

  /** Few towns have a subway: as to maps, it is a railway by another name, without reception. */
  private static void takeRailForSubway(double[] features) {
    int rail = RideSurroundings.NAMES.indexOf("rail_share");
    int subway = RideSurroundings.NAMES.indexOf("subway_share");
    for (int i = 0; i < FEATURES_OF_A_THING; i++) {
      double ofRail = features[rail + i];
      features[rail + i] = features[subway + i];
      features[subway + i] = ofRail;
    }
  }

  private static List<double[]> featuresOf(
      MapRegion region, TransportMode ways, TransportMode mode) {
    var random = new Random(SEED);
    return MappedRides.list(new VehicleNetwork(region, ways), mode, RIDES_EACH, SEED).stream()
        .flatMap(ride -> featuresOf(ride, region.surroundings(), random).stream())
        .toList();
  }

  private static List<double[]> featuresOf(
      LabelledTrip ride, Surroundings surroundings, Random random) {
    var features = new ArrayList<double[]>();
    for (var piece : ride.recording().pieces()) {
      if (piece instanceof Piece.Trip trip) {
        var fixes = ride.recording().fixesOf(trip);
        if (TripEvidence.find(trip, fixes, List.of()).isPresent()) {
          for (var part : parts(trip, ride.truth(), random)) {
            RideSurroundings.featuresOf(surroundings, fixes, part.startMicros(), part.endMicros())
                .ifPresent(features::add);
          }
        }
      }
    }
    return features;
  }

  /** Whole rides and parts of them, since trips begin and end where phones were silent. */
  private static List<Interval> parts(
      Piece.Trip trip, List<LabelledTrip.Label> rides, Random random) {
    var parts = new ArrayList<Interval>();
    for (var ride : rides) {
      long start = Math.max(trip.startMicros(), ride.when().startMicros());
      long end = Math.min(trip.endMicros(), ride.when().endMicros());
      if (end - start >= LEAST_MICROS) {
        parts.add(new Interval(start, end));
        parts.add(new Interval(start + cut(start, end, random), end));
        parts.add(new Interval(start, end - cut(start, end, random)));
      }
    }
    return parts;
  }

  private static long cut(long start, long end, Random random) {
    return (long) (random.nextDouble() * (end - start) / 2);
  }

  /** The text of the model; every vehicle counts the same. */
  String learn() {
    var all = new Rows(RideSurroundings.NAMES, ModeModel.VEHICLES);
    int most = rows.values().stream().mapToInt(List::size).max().orElseThrow();
    rows.forEach(
        (mode, features) -> {
          int label = ModeModel.VEHICLE_MODES.indexOf(mode);
          double weight = (double) most / features.size();
          features.forEach(row -> all.add(row, label, weight));
        });
    return TreeText.write(BoostedTrees.learn(all, SETTINGS));
  }
}
