package io.sensorium.benchmarks.modes;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.analysis.legs.TripEvidence;
import io.sensorium.benchmarks.trees.Rows;
import io.sensorium.core.timeline.TransportMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What the models see of labelled trips, taken from the trips that the fold finds in them. */
public final class TripRows {

  /** How many rows a recording gives: see {@link #listOf}. */
  public static final int VARIANTS = 4;

  private static final int LEAST_RIDE_STEPS = 6;
  private static final int PARTS_PER_RIDE = 3;
  private static final double STEPS_PER_WEIGHT = 60;
  private static final double SLEEP_SECONDS = 15;
  private static final double DEEP_SLEEP_SECONDS = 45;
  private static final double THINNED_WEIGHT = 0.5;
  private static final int SIMULATED_STRIDE = 3;

  /** A row for one of the models. */
  private static final class Row {
    private final double[] values;
    private final int label;
    private final double weight;

    Row(double[] values, int label, double weight) {
      this.values = values;
      this.label = label;
      this.weight = weight;
    }
  }

  private final List<Row> motion = new ArrayList<>();
  private final Map<RideModel, List<Row>> rides = new EnumMap<>(RideModel.class);
  private final LabelledTrip trip;
  private final RandomGenerator random;

  private final double weight;
  private final int stride;

  /**
   * Takes the rows.
   *
   * @param stride each how manieth step is taken, for all that lie between
   */
  private TripRows(LabelledTrip trip, RandomGenerator random, double weight, int stride) {
    this.trip = trip;
    this.random = random;
    this.weight = weight;
    this.stride = stride;
    for (var piece : trip.recording().pieces()) {
      if (piece instanceof Piece.Trip found) {
        var recording = trip.recording();
        TripEvidence.find(found, recording.fixesOf(found), recording.activityOf(found))
            .ifPresent(this::add);
      }
    }
  }

  /**
   * The rows of a trip, with what the phone recognised and without it, as it was recorded and as
   * phones would have that sleep between fixes.
   *
   * @param random cuts the parts of rides that stand for rides seen in part
   */
  public static List<TripRows> listOf(LabelledTrip trip, RandomGenerator random) {
    return List.of(
        new TripRows(trip, random, 1, 1),
        new TripRows(trip.withoutActivity(), random, 1, 1),
        new TripRows(trip.thinned(SLEEP_SECONDS), random, THINNED_WEIGHT, 1),
        new TripRows(
            trip.thinned(DEEP_SLEEP_SECONDS).withoutActivity(), random, THINNED_WEIGHT, 1));
  }

  /** The rows of a simulated trip: fewer, as there are many. */
  static TripRows of(LabelledTrip trip, RandomGenerator random) {
    return new TripRows(trip, random, 1, SIMULATED_STRIDE);
  }

  private void add(TripEvidence evidence) {
    for (int step = 0; step < evidence.size(); step += stride) {
      long middle = evidence.startMicros(step) + TripEvidence.stepMicros() / 2;
      int at = step;
      find(middle)
          .flatMap(TripRows::motion)
          .ifPresent(
              label -> {
                var values = new double[TripEvidence.stepNames().size()];
                evidence.fillStep(at, values);
                motion.add(new Row(values, label, stride));
              });
    }
    var all =
        trip.truth().stream()
            .filter(label -> RideModel.RIDE.find(label.mode()).isPresent())
            .toList();
    for (var label : all) {
      int from = step(evidence, label.when().startMicros());
      int to = step(evidence, label.when().endMicros());
      long others =
          all.stream()
              .filter(
                  other ->
                      step(evidence, other.when().endMicros())
                              - step(evidence, other.when().startMicros())
                          >= LEAST_RIDE_STEPS)
              .count();
      addRide(evidence, from, to, (int) Math.max(0, others - 1), label.mode());
    }
  }

  private static int step(TripEvidence evidence, long micros) {
    long step = (micros - evidence.startMicros(0)) / TripEvidence.stepMicros();
    return Math.clamp(step, 0, evidence.size());
  }

  private void addRide(TripEvidence evidence, int from, int to, int others, TransportMode mode) {
    for (int part = 0; part < PARTS_PER_RIDE; part++) {
      int cut = part == 0 ? 0 : random.nextInt(1 + (to - from) / 3);
      int begin = from + (part == 2 ? cut : cut / 4);
      int end = to - (part == 1 ? cut : cut / 4);
      if (end - begin < LEAST_RIDE_STEPS) {
        return;
      }
      var values = new double[TripEvidence.rideNames().size()];
      evidence.fillRide(begin, end, others, values);
      double length = Math.clamp((end - begin) / STEPS_PER_WEIGHT, 0.3, 4);
      for (var model : RideModel.values()) {
        model.find(mode).ifPresent(label -> rows(model).add(new Row(values, label, length)));
      }
    }
  }

  private Optional<TransportMode> find(long micros) {
    return trip.truth().stream()
        .filter(label -> label.when().contains(micros))
        .map(LabelledTrip.Label::mode)
        .findFirst();
  }

  private static Optional<Integer> motion(TransportMode mode) {
    return switch (mode) {
      case WALKING, RUNNING -> Optional.of(0);
      case BIKING, ESCOOTER -> Optional.of(1);
      case CAR, BUS, TRAIN, TRAM, SUBWAY, BOAT, FERRY, MOTORCYCLE, FLIGHT -> Optional.of(2);
      case IDLE, OTHER, INSUFFICIENT_DATA -> Optional.empty();
    };
  }

  private List<Row> rows(RideModel model) {
    return rides.computeIfAbsent(model, _ -> new ArrayList<>());
  }

  void addMotionTo(Rows rows, double factor) {
    addTo(rows, motion, factor * weight);
  }

  void addRidesTo(Rows rows, RideModel model, double factor) {
    addTo(rows, rows(model), factor * weight);
  }

  private static void addTo(Rows rows, List<Row> from, double factor) {
    from.forEach(row -> rows.add(row.values, row.label, factor * row.weight));
  }

  long motionRows(int label) {
    return count(motion, label);
  }

  long rideRows(RideModel model, int label) {
    return count(rows(model), label);
  }

  private static long count(List<Row> rows, int label) {
    return rows.stream().filter(row -> row.label == label).count();
  }
}
