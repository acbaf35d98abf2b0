package io.sensorium.benchmarks.sensors;

import io.sensorium.benchmarks.metrics.Quantiles;
import io.sensorium.benchmarks.peers.Contender;
import io.sensorium.benchmarks.peers.Entrant;
import io.sensorium.benchmarks.peers.RowFormat;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The same points sent to each server, in turns; each run with a new server.
 *
 * @param runs of each server by its name
 */
record IngestPart(Map<String, List<IngestRun>> runs) {

  private static final int RUNS = 5;

  static IngestPart run(List<Entrant> entrants, Progress bar)
      throws IOException, InterruptedException {
    var loads = new EnumMap<RowFormat, IngestLoad>(RowFormat.class);
    var runs = new LinkedHashMap<String, List<IngestRun>>();
    for (int run = 0; run < RUNS; run++) {
      for (var entrant : entrants) {
        var load = loads.computeIfAbsent(entrant.format(), IngestLoad::of);
        runs.computeIfAbsent(entrant.name(), _ -> new ArrayList<>()).add(run(entrant, load));
        bar.advance();
      }
    }
    return new IngestPart(runs);
  }

  /** How far a bar advances for so many servers. */
  static int steps(int entrants) {
    return RUNS * entrants;
  }

  private static IngestRun run(Entrant entrant, IngestLoad load)
      throws IOException, InterruptedException {
    try (var server = entrant.start()) {
      server.prepare(load.known());
      var first = pass(load.first(), server);
      var second = pass(load.second(), server);
      long peak = server.figures().peakRssBytes();
      double bytes = (double) server.sealedBytes() / load.points();
      return new IngestRun(first, second, bytes, peak);
    }
  }

  private static Pass pass(IngestLoad.Part part, Contender server)
      throws IOException, InterruptedException {
    return Pass.run(server, part.batches(), part.latest(), part.last());
  }

  /** NaN when the server did not take part. */
  double median(String server, ToDoubleFunction<IngestRun> figure) {
    var own = runs.getOrDefault(server, List.of());
    return Quantiles.median(own.stream().mapToDouble(figure).boxed().toList());
  }

  Table table() {
    return new Table(
        "2 x 2 million points in batches of 5,000 over 4 connections, median of " + RUNS,
        List.of(
            "server",
            "points/s new",
            "points/s warm",
            "CPU µs new",
            "CPU µs warm",
            "and later work, new",
            "warm",
            "B/point",
            "peak RSS MB",
            "readable at once"),
        runs.keySet().stream().map(this::row).toList());
  }

  private List<String> row(String server) {
    boolean isReadable =
        runs.getOrDefault(server, List.of()).stream()
            .allMatch(run -> run.first().readAtOnce() && run.second().readAtOnce());
    return List.of(
        server,
        Figures.count(Math.round(median(server, run -> run.first().pointsPerSecond()))),
        Figures.count(Math.round(median(server, run -> run.second().pointsPerSecond()))),
        Figures.decimals(median(server, run -> run.first().busyCpuMicros()), 2),
        Figures.decimals(median(server, run -> run.second().busyCpuMicros()), 2),
        Figures.decimals(median(server, run -> run.first().wholeCpuMicros()), 2),
        Figures.decimals(median(server, run -> run.second().wholeCpuMicros()), 2),
        Figures.decimals(median(server, IngestRun::bytesPerPoint), 2),
        Figures.decimals(median(server, run -> run.peakRssBytes() / 1e6), 0),
        isReadable ? "yes" : "no");
  }
}
