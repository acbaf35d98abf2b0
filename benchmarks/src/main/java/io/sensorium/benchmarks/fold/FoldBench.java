package io.sensorium.benchmarks.fold;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.analysis.flow.Piece;
import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.atlas.surroundings.AtlasSurroundings;
import io.sensorium.atlas.surroundings.WorldWaters;
import io.sensorium.benchmarks.modes.ShippedModels;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.Sampling;
import io.sensorium.simulator.upload.SignalsJson;
import io.sensorium.simulator.upload.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Folds, sorts and writes a simulated month in memory, on one core. */
public final class FoldBench implements Bench {

  private static final long SEED = 1;
  private static final Instant START = Instant.parse("2026-03-01T23:00:00Z");
  private static final int ROWS_PER_BATCH = 10_000;

  @Override
  public String name() {
    return "fold";
  }

  @Override
  public String purpose() {
    return "fixes per second and core of the pure parts, in memory";
  }

  @Override
  public Report run() throws IOException {
    var history =
        PersonHistory.of(
            SEED,
            START,
            Duration.ofDays(30),
            Sampling.every(Duration.ofSeconds(15)),
            NoiseProfile.ORDINARY);
    var batches = history.batches(ROWS_PER_BATCH).toList();
    var track = Signals.concat(batches).fixes().sortedDistinct();
    var rows = new ArrayList<List<String>>();
    rows.add(row("fold: cleaning, stays, trips", track, () -> fold(track)));
    rows.add(row("fold, state saved at each fix", track, () -> foldSaving(track)));
    rows.add(row("union of odd and even rows", track, union(track)));
    rows.add(row("signals to JSON", track, () -> json(batches)));
    var year = measureYear();
    return new Report(
        name(),
        List.of(
            Goal.table(year.goals()),
            year.table(),
            new Table(
                "One core, median of 5 warm rounds over %s fixes"
                    .formatted(Figures.count(track.size())),
                List.of("work", "fixes/s", "ns/fix"),
                rows)),
        List.of(
            "Rates over a year are by processor time, the collector's included. A year holds all that is derived; the month's first row is the fold alone, without legs."));
  }

  /** As a server without a map derives it. */
  private static YearPart measureYear() throws IOException {
    var cache = Files.createTempDirectory("sensorium-fold-");
    try {
      var waters =
          new AtlasSurroundings(new WorldWaters(cache), new AtlasSurroundings.Maps("", List.of()));
      return YearPart.measure(new LegAnalysis(ShippedModels.load(), waters));
    } finally {
      try (var files = Files.list(cache)) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(cache);
    }
  }

  private static List<String> row(String what, FixTrack track, TimedRounds.Work work) {
    double seconds = TimedRounds.medianSeconds(work);
    return List.of(
        what,
        Figures.count(Math.round(track.size() / seconds)),
        Figures.decimals(seconds * 1e9 / track.size(), 0));
  }

  private static long fold(FixTrack track) {
    var pieces = new ArrayList<Piece>();
    var cursor = FoldCursor.start();
    for (int row = 0; row < track.size(); row++) {
      cursor.fold(track, row, pieces::add);
    }
    return pieces.size();
  }

  private static long foldSaving(FixTrack track) {
    var pieces = new ArrayList<Piece>();
    var cursor = FoldCursor.start();
    long bytes = 0;
    for (int row = 0; row < track.size(); row++) {
      cursor.fold(track, row, pieces::add);
      bytes += cursor.save().length;
    }
    return bytes;
  }

  private static TimedRounds.Work union(FixTrack track) {
    var even = new FixTrack.Builder(track.size());
    var odd = new FixTrack.Builder(track.size());
    for (int row = 0; row < track.size(); row++) {
      (row % 2 == 0 ? even : odd).addRow(track, row);
    }
    var a = even.build();
    var b = odd.build();
    return () -> FixTrack.union(a, b).size();
  }

  private static long json(List<Signals> batches) {
    long bytes = 0;
    for (var batch : batches) {
      var out = new ByteArrayOutputStream();
      new SignalsJson().write(new Upload("fold", batch), null, out);
      bytes += out.size();
    }
    return bytes;
  }
}
