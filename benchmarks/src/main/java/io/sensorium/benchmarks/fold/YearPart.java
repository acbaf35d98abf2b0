package io.sensorium.benchmarks.fold;

import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.benchmarks.metrics.Quantiles;
import io.sensorium.benchmarks.replay.Replay;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.Sampling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A simulated year from fixes to legs with modes: all that is derived from a stored year. */
final class YearPart {

  private static final long SEED = 1;
  private static final Instant START = Instant.parse("2025-12-31T23:00:00Z");
  private static final int ROWS_PER_BATCH = 50_000;
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration QUARTER = Duration.ofDays(91);
  private static final double LEAST_MILLIONS_PER_SECOND = 0.8;
  private static final int WARM_UP_ROUNDS = 4;
  private static final int ROUNDS = 9;
  private static final double LEAST_RATIO = 0.9;

  /** What is measured of one way of sampling. */
  private record Rates(String sampling, int fixes, double quarterPerSecond, double yearPerSecond) {

    double ratio() {
      return yearPerSecond / quarterPerSecond;
    }
  }

  private final List<Rates> rates;

  private YearPart(List<Rates> rates) {
    this.rates = rates;
  }

  static YearPart measure(LegAnalysis legs) {
    var dense =
        new Sampling.Adaptive(
            Duration.ofSeconds(1),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30));
    return new YearPart(
        List.of(
            measure("a fix per 15 s", Sampling.every(Duration.ofSeconds(15)), legs),
            measure("a fix per 1 s on the way, per 15 s at rest", dense, legs)));
  }

  /** Quarters and years in turns, so that both find the machine and the compiler alike. */
  private static Rates measure(String name, Sampling sampling, LegAnalysis legs) {
    var year = year(sampling);
    var quarter = before(year, Micros.of(START.plus(QUARTER)));
    var quarterRates = new ArrayList<Double>();
    var yearRates = new ArrayList<Double>();
    for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      double quarterRate = perSecond(quarter, legs);
      double yearRate = perSecond(year, legs);
      if (round >= WARM_UP_ROUNDS) {
        quarterRates.add(quarterRate);
        yearRates.add(yearRate);
      }
    }
    return new Rates(
        name, year.fixes().size(), Quantiles.median(quarterRates), Quantiles.median(yearRates));
  }

  private static Replay year(Sampling sampling) {
    var history = PersonHistory.of(SEED, START, YEAR, sampling, NoiseProfile.ORDINARY);
    var fixes = new ArrayList<FixTrack>();
    var activity = new ArrayList<ActivitySample>();
    history
        .batches(ROWS_PER_BATCH)
        .forEach(
            (Signals batch) -> {
              fixes.add(batch.fixes());
              activity.addAll(batch.activity());
            });
    activity.sort(ActivitySample.ORDER);
    return new Replay(FixTrack.concat(fixes).sortedDistinct(), activity);
  }

  private static Replay before(Replay replay, long micros) {
    var fixes = replay.fixes().slice(0, replay.fixes().firstRowAtOrAfter(micros));
    var activity =
        replay.activity().stream().filter(sample -> Micros.of(sample.time()) < micros).toList();
    return new Replay(fixes, activity);
  }

  private static double perSecond(Replay replay, LegAnalysis legs) {
    return replay.fixes().size()
        / TimedRounds.cpuSeconds(() -> replay.timeline(legs).events().size());
  }

  List<Goal> goals() {
    var goals = new ArrayList<Goal>();
    for (var rate : rates) {
      double millions = rate.yearPerSecond() / 1e6;
      goals.add(
          Goal.atLeast(rate.sampling(), LEAST_MILLIONS_PER_SECOND, millions, " million fixes/s"));
      goals.add(
          Goal.atLeast(rate.sampling() + ", year over quarter", LEAST_RATIO, rate.ratio(), ""));
    }
    return goals;
  }

  Table table() {
    return new Table(
        "Cleaning, stays, trips, legs and modes over a year, one core",
        List.of("sampling", "fixes", "fixes/s, 3 months", "fixes/s, 12 months", "ratio"),
        rates.stream()
            .map(
                rate ->
                    List.of(
                        rate.sampling(),
                        Figures.count(rate.fixes()),
                        Figures.count(Math.round(rate.quarterPerSecond())),
                        Figures.count(Math.round(rate.yearPerSecond())),
                        Figures.decimals(rate.ratio(), 2)))
            .toList());
  }
}
