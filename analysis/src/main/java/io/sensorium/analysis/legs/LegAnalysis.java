package io.sensorium.analysis.legs;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.analysis.surroundings.Surroundings;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.timeline.TransportMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a closed trip into legs and names the mode of each. See docs/algorithms/legs.md.
 *
 * <p>Legs cover the trip without a hole; neighbours share their instant and their position. Safe
 * for use by many threads.
 */
public final class LegAnalysis {

  private static final int LEAST_FIXES = 3;
  private static final double RUNNING_MPS = 2.1;

  private final ModeModel model;
  private final Surroundings surroundings;

  /** Legs are told by the models alone. */
  public LegAnalysis(ModeModel model) {
    this(model, Surroundings.UNKNOWN);
  }

  /** Legs are told by the models, and by what a map knows of the way. */
  public LegAnalysis(ModeModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
  }

  /** The same models, by what another map knows. */
  public LegAnalysis by(Surroundings others) {
    return new LegAnalysis(model, others);
  }

  static boolean isEnough(Piece.Trip trip, CleanTrack track) {
    return track.size() >= LEAST_FIXES
        && trip.endMicros() - trip.startMicros() >= Steps.STEP_MICROS;
  }

  /** The versions of the models and of the map that legs are told by. */
  public String version() {
    var known = surroundings.version();
    return known.isEmpty() ? model.version() : model.version() + "+" + known;
  }

  /**
   * Analyses one trip.
   *
   * @param raw all fixes with start &lt;= time &lt;= end of the trip, in order
   * @param activity what the phone took the user to be doing in that time, in order
   * @return at least one leg
   */
  public List<Leg> analyse(Piece.Trip trip, FixTrack raw, List<ActivitySample> activity) {
    var track = new CleanTrack(raw);
    var paths = new LegPaths(trip, track, raw);
    if (!isEnough(trip, track)) {
      var path = paths.between(trip.startMicros(), trip.endMicros());
      var mode = TransportMode.INSUFFICIENT_DATA;
      return List.of(new Leg(trip.startMicros(), trip.endMicros(), mode, 0, path));
    }
    var steps = new Steps(trip.startMicros(), trip.endMicros(), track, activity);
    var evidence = new TripEvidence(steps);
    var probabilities = probabilities(evidence);
    var spans = MotionSpan.listOf(probabilities);
    var legs = new ArrayList<Leg>();
    for (int i = 0; i < spans.size(); i++) {
      var span = spans.get(i);
      long start = i == 0 ? trip.startMicros() : steps.startMicros(span.from());
      long end = i == spans.size() - 1 ? trip.endMicros() : steps.startMicros(span.to());
      var around = new RideSurroundings(surroundings, track, start, end);
      var mode =
          BoatRule.find(around).orElseGet(() -> mode(evidence, probabilities, spans, span, around));
      legs.add(new Leg(start, end, mode.mode(), rounded(mode.ratio()), paths.between(start, end)));
      joinBoats(legs, paths);
    }
    return List.copyOf(legs);
  }

  /** Who walks about on a ferry is on one ferry. */
  private static void joinBoats(List<Leg> legs, LegPaths paths) {
    var last = legs.getLast();
    boolean isBoat = last.mode() == TransportMode.BOAT || last.mode() == TransportMode.FERRY;
    if (isBoat && legs.size() > 1 && legs.get(legs.size() - 2).mode() == last.mode()) {
      legs.removeLast();
      var first = legs.removeLast();
      double ratio = Math.min(first.modeProbabilityRatio(), last.modeProbabilityRatio());
      var path = paths.between(first.startMicros(), last.endMicros());
      legs.add(new Leg(first.startMicros(), last.endMicros(), last.mode(), ratio, path));
    }
  }

  private double[][] probabilities(TripEvidence evidence) {
    var probabilities = new double[evidence.size()][Motion.values().length];
    var features = new double[StepFeatures.NAMES.size()];
    for (int step = 0; step < evidence.size(); step++) {
      evidence.fillStep(step, features);
      model.motion().probabilities(features, probabilities[step]);
    }
    return probabilities;
  }

  private RideMode mode(
      TripEvidence evidence,
      double[][] probabilities,
      List<MotionSpan> spans,
      MotionSpan span,
      RideSurroundings around) {
    if (span.motion() == Motion.WALK) {
      boolean runs = evidence.sums().movingMps(span.from(), span.to()) >= RUNNING_MPS;
      return new RideMode(
          runs ? TransportMode.RUNNING : TransportMode.WALKING, span.ratio(probabilities));
    }
    int others = (int) spans.stream().filter(one -> one.motion() != Motion.WALK).count() - 1;
    double bike = new MotionSpan(Motion.BIKE, span.from(), span.to()).ratio(probabilities);
    double vehicle = new MotionSpan(Motion.VEHICLE, span.from(), span.to()).ratio(probabilities);
    double cruiseMps = evidence.sums().bins.quantileMps(span.from(), span.to(), 0.5);
    return FlightRule.find(cruiseMps, around)
        .orElseGet(
            () ->
                RideMode.of(
                    model,
                    evidence,
                    span,
                    others,
                    bike / (bike + vehicle),
                    MapLikelihood.of(model, around)));
  }

  private static double rounded(double ratio) {
    return StrictMath.round(ratio * 100) / 100.0;
  }
}
