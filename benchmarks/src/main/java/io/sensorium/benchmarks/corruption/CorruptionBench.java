package io.sensorium.benchmarks.corruption;

import io.sensorium.benchmarks.metrics.Counts;
import io.sensorium.benchmarks.month.SimulatedMonth;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.phone.NoiseProfile;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Spoils three people's simulated months, and sees what cleaning makes of them. */
public final class CorruptionBench implements Bench {

  private static final List<Long> SEEDS = List.of(41L, 42L, 43L); // nothing was tuned on them

  private final Launcher launcher;
  private final PrintStream progress;

  public CorruptionBench(Launcher launcher, PrintStream progress) {
    this.launcher = launcher;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "corruption";
  }

  @Override
  public String purpose() {
    return "months spoilt on purpose: spikes seen, good fixes lost, stays";
  }

  /** What a mixture of faults led to, over all people. */
  private record Outcome(Fault.Mixture mixture, CleaningFigures figures) {}

  /** One person's stays by a real server, with and without faults. */
  private record Served(Counts whole, Counts spoilt) {}

  @Override
  public Report run() throws IOException, InterruptedException {
    var mixtures = Fault.mixtures();
    try (var bar = new Progress(progress, name(), mixtures.size() + 3)) {
      var people =
          SEEDS.stream().map(seed -> SimulatedMonth.history(seed, NoiseProfile.WHOLE)).toList();
      var before = measure(new Fault.Mixture("none", Set.of()), people);
      bar.advance();
      var outcomes = new ArrayList<Outcome>();
      for (var mixture : mixtures) {
        outcomes.add(measure(mixture, people));
        bar.advance();
      }
      return report(before, outcomes, thinned(people), served(people.getFirst(), bar));
    }
  }

  private Report report(
      Outcome before, List<Outcome> outcomes, Map<Thinning, Counts> thinned, Served served) {
    return new Report(
        name(),
        List.of(
            Goal.table(goals(before, outcomes, thinned, served)),
            outcomes(before, outcomes),
            sizes(outcomes),
            thinned(thinned),
            served(served)),
        List.of(
            "A spike counts from 50 m and three accuracies of its fix on.",
            "The goals are about all mixtures; the worst is shown."));
  }

  private static Outcome measure(Fault.Mixture mixture, List<PersonHistory> people) {
    return new Outcome(
        mixture,
        CleaningFigures.sum(
            people.stream()
                .map(person -> InProcess.measure(person, spoil(person, mixture.faults())))
                .toList()));
  }

  private static SpoiltTrack spoil(PersonHistory person, Set<Fault> faults) {
    var fixes = person.batches(SimulatedMonth.FIXES_PER_PIECE).map(Signals::fixes).toList();
    return new Corruption(faults, person.person().seed())
        .spoil(FixTrack.concat(fixes).sortedDistinct());
  }

  private Served served(PersonHistory person, Progress bar)
      throws IOException, InterruptedException {
    var server = new ServerPart(launcher);
    var whole = server.stays(person, spoil(person, Set.of()).arrival());
    bar.advance();
    var spoilt = server.stays(person, spoil(person, Fault.everything().faults()).arrival());
    bar.advance();
    return new Served(whole, spoilt);
  }

  private static List<Goal> goals(
      Outcome before, List<Outcome> outcomes, Map<Thinning, Counts> thinned, Served served) {
    double f1 = before.figures().stays().f1();
    return List.of(
        Goal.atLeast("spikes seen", 0.98, -worst(outcomes, o -> -o.seen().ratio()), ""),
        Goal.atMost("good fixes lost", 0.2, worst(outcomes, o -> 100 * o.lost().ratio()), " %"),
        Goal.atLeast(
            "stay F1, three fixes of ten missing",
            0.97,
            thinned.getOrDefault(Thinning.THREE_OF_TEN, Counts.NONE).f1(),
            ""),
        Goal.atMost("stay F1 lost", 0.01, worst(outcomes, o -> f1 - o.stays().f1()), ""),
        Goal.atMost(
            "stay F1 lost, by a server", 0.01, served.whole().f1() - served.spoilt().f1(), ""));
  }

  /** The greatest of a figure, over the mixtures that have it. */
  private static double worst(List<Outcome> outcomes, ToDoubleFunction<CleaningFigures> figure) {
    return outcomes.stream()
        .mapToDouble(outcome -> figure.applyAsDouble(outcome.figures()))
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElseThrow();
  }

  private static Table outcomes(Outcome before, List<Outcome> outcomes) {
    return new Table(
        "In process, %s people's months".formatted(SEEDS.size()),
        List.of("faults", "spikes", "seen", "good fixes", "lost %", "stay F1", "F1 lost"),
        Stream.concat(Stream.of(before), outcomes.stream()).map(o -> row(o, before)).toList());
  }

  private static List<String> row(Outcome outcome, Outcome before) {
    var figures = outcome.figures();
    double f1 = figures.stays().f1();
    return List.of(
        outcome.mixture().name(),
        Figures.count(figures.seen().whole()),
        figures.seen().show(4),
        Figures.count(figures.lost().whole()),
        Figures.decimals(100 * figures.lost().ratio(), 3),
        Figures.decimals(f1, 4),
        Figures.decimals(before.figures().stays().f1() - f1, 4));
  }

  private static Table sizes(List<Outcome> outcomes) {
    var columns =
        Stream.concat(
            Stream.of("faults"),
            SizeClass.ALL.stream()
                .map(size -> "%.0f to %.0f m".formatted(size.fromMeters(), size.toMeters())));
    var rows =
        outcomes.stream()
            .filter(outcome -> outcome.figures().seen().whole() > 0)
            .map(CorruptionBench::sizeRow);
    return new Table("Spikes seen, by size", columns.toList(), rows.toList());
  }

  private static List<String> sizeRow(Outcome outcome) {
    var shares = outcome.figures().seenBySize().stream();
    return Stream.concat(
            Stream.of(outcome.mixture().name()),
            shares.map(share -> share.show(4) + " of " + Figures.count(share.whole())))
        .toList();
  }

  private static Map<Thinning, Counts> thinned(List<PersonHistory> people) {
    var thinned = new EnumMap<Thinning, Counts>(Thinning.class);
    for (var person : people) {
      var whole = InProcess.archive(spoil(person, Set.of()).arrival());
      for (var thinning : Thinning.values()) {
        thinned.merge(thinning, thinning.stays(person, whole), Counts::plus);
      }
    }
    return thinned;
  }

  private static Table thinned(Map<Thinning, Counts> thinned) {
    return new Table(
        "Missing fixes, in process",
        List.of("missing", "true stays", "found", "precision", "recall", "F1"),
        thinned.entrySet().stream()
            .map(
                one ->
                    List.of(
                        one.getKey().words(),
                        Figures.count(one.getValue().truth()),
                        Figures.count(one.getValue().found()),
                        Figures.decimals(one.getValue().precision(), 4),
                        Figures.decimals(one.getValue().recall(), 4),
                        Figures.decimals(one.getValue().f1(), 4)))
            .toList());
  }

  private static Table served(Served served) {
    return new Table(
        "One person's month by a server, stays of its timeline",
        List.of("faults", "true", "found", "F1"),
        List.of(servedRow("none", served.whole()), servedRow("all", served.spoilt())));
  }

  private static List<String> servedRow(String faults, Counts stays) {
    return List.of(
        faults,
        Figures.count(stays.truth()),
        Figures.count(stays.found()),
        Figures.decimals(stays.f1(), 4));
  }
}
