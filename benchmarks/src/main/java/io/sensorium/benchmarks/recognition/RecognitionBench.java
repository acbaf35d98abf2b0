package io.sensorium.benchmarks.recognition;

import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.analysis.recognition.MotionRecognition;
import io.sensorium.benchmarks.metrics.Quantiles;
import io.sensorium.benchmarks.modes.ShippedModels;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.benchmarks.timeline.ModeClass;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.series.MotionCodec;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.people.Population;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.PhoneProfile;
import io.sensorium.simulator.phone.Sampling;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TownSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Derives simulated days in process, with steps and motion and without. */
public final class RecognitionBench implements Bench {

  private static final Instant START = Instant.parse("2026-03-01T23:00:00Z");
  private static final Duration LENGTH = Duration.ofDays(4);
  private static final long SEED = 41;
  private static final int PEOPLE = 8;
  private static final int ITEMS_PER_PIECE = 1_000;

  @Override
  public String name() {
    return "recognition";
  }

  @Override
  public String purpose() {
    return "simulated days with steps and motion, and without: modes, trips; speed";
  }

  @Override
  public Report run() {
    var legs = new LegAnalysis(ShippedModels.load());
    var adaptive = figures(Sampling.adaptive(), legs);
    var sparse = figures(Sampling.every(Duration.ofSeconds(60)), legs);
    return new Report(
        name(),
        List.of(
            table("A fix per 5 s on the way, late on waking", adaptive),
            table("A fix per 60 s", sparse),
            speed()),
        List.of("The phones are the simulator's: floors against getting worse, not evidence."));
  }

  /** A person of the town, with a phone that senses motion. */
  static PersonHistory history(int person, Sampling sampling, Duration length) {
    var town = Town.of(TownSetting.GHENT, SEED);
    var phone = new PhoneProfile(sampling, NoiseProfile.ORDINARY, true);
    return new PersonHistory(Population.of(town, PEOPLE, SEED).get(person), START, length, phone);
  }

  static HearingFigures figures(
      PersonHistory history, Signals all, Hearing hearing, LegAnalysis legs) {
    var seen = DerivedTimeline.of(hearing.of(all), legs, Micros.of(history.end()));
    return HearingFigures.of(history, seen);
  }

  static Signals signals(PersonHistory history) {
    return Signals.concat(history.batches(ITEMS_PER_PIECE).toList());
  }

  private static Map<Hearing, HearingFigures> figures(Sampling sampling, LegAnalysis legs) {
    var parts = new EnumMap<Hearing, List<HearingFigures>>(Hearing.class);
    for (int person = 0; person < PEOPLE; person++) {
      var history = history(person, sampling, LENGTH);
      var all = signals(history);
      for (var hearing : Hearing.values()) {
        parts
            .computeIfAbsent(hearing, _ -> new ArrayList<>())
            .add(figures(history, all, hearing, legs));
      }
    }
    var sums = new EnumMap<Hearing, HearingFigures>(Hearing.class);
    parts.forEach((hearing, list) -> sums.put(hearing, HearingFigures.sum(list)));
    return sums;
  }

  private static Table table(String title, Map<Hearing, HearingFigures> figures) {
    var columns =
        List.of(
            "heard",
            "stays F1",
            "trips F1, 2 min",
            "boundary median s",
            "p90 s",
            "foot, bicycle, vehicle",
            "five modes",
            "walks told");
    var rows = figures.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
    return new Table(title, columns, rows);
  }

  private static List<String> row(Hearing hearing, HearingFigures figures) {
    var modes = figures.modes();
    double walks =
        (double) modes.count(ModeClass.WALK, ModeClass.WALK) / modes.steps(ModeClass.WALK);
    return List.of(
        hearing.words(),
        Figures.decimals(figures.stays().f1(), 3),
        Figures.decimals(figures.trips().f1(), 3),
        Figures.decimals(Quantiles.median(figures.boundaryErrorsSeconds()), 0),
        Figures.decimals(Quantiles.of(figures.boundaryErrorsSeconds(), 0.9), 0),
        Figures.decimals(figures.mannerAgreement(), 3),
        Figures.decimals(modes.agreement(), 3),
        Figures.decimals(walks, 3));
  }

  private static Table speed() {
    var chunks = signals(history(0, Sampling.heartbeat(), Duration.ofDays(2))).motion();
    long samples = chunks.stream().mapToLong(MotionChunk::sampleCount).sum();
    var bytes = MotionCodec.encode(chunks);
    return new Table(
        "One core, best of 7 rounds over %s samples of six axes".formatted(Figures.count(samples)),
        List.of("work", "samples/s", "ms per hour at 25 Hz"),
        List.of(
            speedRow("recognise", samples, () -> recognise(chunks)),
            speedRow("decode", samples, () -> MotionCodec.decode(bytes).size()),
            speedRow("decode and recognise", samples, () -> recognise(MotionCodec.decode(bytes)))));
  }

  private interface Work {
    int run();
  }

  private static int recognise(List<MotionChunk> chunks) {
    var recognition = new MotionRecognition();
    chunks.forEach(recognition::add);
    return recognition.finish().size();
  }

  private static List<String> speedRow(String what, long samples, Work work) {
    double best = Double.MAX_VALUE;
    int kept = 0;
    for (int round = 0; round < 7; round++) {
      long started = System.nanoTime();
      kept += work.run();
      best = Math.min(best, (System.nanoTime() - started) / 1e9);
    }
    if (kept == 0) {
      throw new IllegalStateException("the work gave nothing");
    }
    return List.of(
        what,
        Figures.count(Math.round(samples / best)),
        Figures.decimals(90_000 * best * 1_000 / samples, 1));
  }
}
