package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.metrics.Counts;
import io.sensorium.benchmarks.metrics.ModeSteps;
import io.sensorium.benchmarks.metrics.Pairs;
import io.sensorium.benchmarks.timeline.SeenTimeline;

/**
 * How well one run was understood.
 *
 * @param modes empty when the run has too few fixes to count
 * @param bikes empty likewise
 * @param within2Minutes trips whose start and end are each found within two minutes
 * @param within5Minutes the same with five minutes
 * @param tripsSeen all trips of the run's timeline; each is a false one when the phone lay still
 */
record RunResult(
    PhoneRun run,
    int fixes,
    ModeSteps modes,
    BikeSteps bikes,
    Counts within2Minutes,
    Counts within5Minutes,
    int tripsSeen) {

  static final int FEWEST_FIXES = 21;

  static RunResult of(PhoneRun run, int fixes, SeenTimeline seen, GroundTruth truth) {
    var trips = seen.trips();
    var trueTrips = truth.tripsOf(run);
    boolean counts = fixes >= FEWEST_FIXES;
    boolean countsTrips = counts && !trueTrips.isEmpty();
    return new RunResult(
        run,
        fixes,
        counts ? modes(run, seen, truth) : ModeSteps.NONE,
        counts ? BikeSteps.of(truth.legsOf(run), seen) : BikeSteps.NONE,
        countsTrips ? Pairs.byEnds(trueTrips, trips, 120).counts() : Counts.NONE,
        countsTrips ? Pairs.byEnds(trueTrips, trips, 300).counts() : Counts.NONE,
        trips.size());
  }

  private static ModeSteps modes(PhoneRun run, SeenTimeline seen, GroundTruth truth) {
    return ModeSteps.sum(
        truth.legsOf(run).stream()
            .map(leg -> ModeSteps.ofLeg(leg.when(), leg.modeClass(), seen))
            .toList());
  }

  int falseTrips() {
    return run.isStationary() ? tripsSeen : 0;
  }
}
