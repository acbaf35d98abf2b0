package io.sensorium.benchmarks.recognition;

import io.sensorium.benchmarks.metrics.Counts;
import io.sensorium.benchmarks.metrics.ModeSteps;
import io.sensorium.benchmarks.metrics.Pairs;
import io.sensorium.benchmarks.month.SimulatedMonth;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.benchmarks.timeline.ModeClass;
import io.sensorium.benchmarks.timeline.SeenTimeline;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.truth.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well timelines agree with what was true.
 *
 * @param trips those whose start and end are within two minutes
 * @param boundaryErrorsSeconds of trips that share half their time with a true one
 */
record HearingFigures(
    Counts stays, Counts trips, List<Double> boundaryErrorsSeconds, ModeSteps modes) {

  private static final double WITHIN_SECONDS = 120;
  private static final double SAME_TRIP_IOU = 0.5;

  HearingFigures {
    boundaryErrorsSeconds = List.copyOf(boundaryErrorsSeconds);
  }

  static HearingFigures of(PersonHistory history, SeenTimeline seen) {
    var truth = history.truth();
    var trips =
        truth.trips().stream()
            .map(trip -> new Interval(trip.startMicros(), trip.endMicros()))
            .toList();
    var when = new Interval(Micros.of(history.start()), Micros.of(history.end()));
    return new HearingFigures(
        SimulatedMonth.pairStays(truth, seen.stays()).counts(),
        Pairs.byEnds(trips, seen.trips(), WITHIN_SECONDS).counts(),
        Pairs.byOverlap(trips, seen.trips(), SAME_TRIP_IOU).boundaryErrorsSeconds(when),
        ModeSteps.sum(modes(truth, seen).toList()));
  }

  private static Stream<ModeSteps> modes(Truth truth, SeenTimeline seen) {
    return truth.legs().stream()
        .flatMap(
            leg -> {
              var when = new Interval(leg.startMicros(), leg.endMicros());
              return ModeClass.of(leg.mode())
                  .map(mode -> ModeSteps.ofLeg(when, mode, seen))
                  .stream();
            });
  }

  static HearingFigures sum(List<HearingFigures> parts) {
    var errors = new ArrayList<Double>();
    parts.forEach(part -> errors.addAll(part.boundaryErrorsSeconds()));
    return new HearingFigures(
        Counts.sum(parts.stream().map(HearingFigures::stays).toList()),
        Counts.sum(parts.stream().map(HearingFigures::trips).toList()),
        errors,
        ModeSteps.sum(parts.stream().map(HearingFigures::modes).toList()));
  }

  /** Share of the moving time told right as on foot, on a bicycle or in a vehicle. */
  double mannerAgreement() {
    return modes.agreement(
        mode -> mode == ModeClass.BUS || mode == ModeClass.RAIL ? ModeClass.CAR : mode);
  }
}
