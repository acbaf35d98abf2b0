package io.sensorium.benchmarks.sensors;

import io.sensorium.benchmarks.metrics.Quantiles;
import io.sensorium.benchmarks.peers.Batches;
import io.sensorium.benchmarks.peers.Contender;
import io.sensorium.benchmarks.peers.Entrant;
import io.sensorium.benchmarks.peers.RowFormat;
import io.sensorium.benchmarks.peers.Sending;
import io.sensorium.benchmarks.peers.Walks;
import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long answers take, the servers asked in turns.
 *
 * @param millis of each answer, by the server's name and the kind of question
 */
record QueryPart(Map<String, Map<QueryKind, List<Double>>> millis) {

  static final int WARM_UPS = 300;
  static final int ASKED = 500;

  private static final Duration INTERVAL = Duration.ofMinutes(15);
  private static final int ROUNDS = 365 * 96;
  private static final int ROWS_PER_BATCH = 5_000;
  private static final int CONNECTIONS = 1;
  private static final long SEED = 2;
  private static final Walks.Shape SHAPE = new Walks.Shape(QueryKind.SERIES, INTERVAL, 200, 20);

  static QueryPart run(List<Entrant> entrants, Progress bar)
      throws IOException, InterruptedException {
    var end = Instant.now().truncatedTo(ChronoUnit.HOURS);
    var from = end.minus(INTERVAL.multipliedBy(ROUNDS));
    var servers = new LinkedHashMap<String, Contender>();
    var lines = new LinkedHashMap<String, Contender.Line>();
    try {
      for (var entrant : entrants) {
        var server = entrant.start();
        servers.put(entrant.name(), server);
        var walks = fill(server, entrant.format(), from);
        try (var line = server.connect(0)) {
          check(entrant.name(), line, walks, from, end);
        }
        bar.advance();
      }
      for (var server : servers.entrySet()) {
        lines.put(server.getKey(), server.getValue().connect(0));
      }
      return ask(lines, from, end, bar);
    } finally {
      for (var line : lines.values()) {
        line.close();
      }
      for (var server : servers.values()) {
        server.close();
      }
    }
  }

  /** How far a bar advances for so many servers. */
  static int steps(int entrants) {
    return entrants + QueryKind.values().length;
  }

  private static Walks fill(Contender server, RowFormat format, Instant from)
      throws IOException, InterruptedException {
    var walks = new Walks(SHAPE, from, SEED);
    server.prepare(Batches.of(walks, 1, CONNECTIONS, ROWS_PER_BATCH, format));
    Sending.send(server, Batches.of(walks, ROUNDS - 1, CONNECTIONS, ROWS_PER_BATCH, format));
    Sending.awaitQuiet(server);
    return walks;
  }

  /** Whether the server knows what it was told. */
  private static void check(
      String name, Contender.Line line, Walks walks, Instant from, Instant end) throws IOException {
    // Longer by an interval to either side, because measurements are not on the dot.
    var extremes =
        line.ask(QueryKind.EXTREMES.question(0, from.minus(INTERVAL), end.plus(INTERVAL)));
    var latest = line.ask(QueryKind.LATEST.question(0, from, end));
    if (!extremes.contains(walks.lowest(0))
        || !extremes.contains(walks.highest(0))
        || !latest.contains(walks.last(0))) {
      throw new BenchException(
          "%s answered wrongly: %s, %s; told %s to %s, last %s"
              .formatted(name, extremes, latest, walks.lowest(0), walks.highest(0), walks.last(0)));
    }
  }

  private static QueryPart ask(
      Map<String, Contender.Line> lines, Instant from, Instant end, Progress bar)
      throws IOException {
    var millis = new LinkedHashMap<String, Map<QueryKind, List<Double>>>();
    for (var kind : QueryKind.values()) {
      for (int number = 0; number < WARM_UPS + ASKED; number++) {
        for (var line : lines.entrySet()) {
          double took = millis(line.getValue(), kind, number, from, end);
          if (number >= WARM_UPS) {
            millis
                .computeIfAbsent(line.getKey(), _ -> new EnumMap<>(QueryKind.class))
                .computeIfAbsent(kind, _ -> new ArrayList<>())
                .add(took);
          }
        }
      }
      bar.advance();
    }
    return new QueryPart(millis);
  }

  private static double millis(
      Contender.Line line, QueryKind kind, int number, Instant from, Instant end)
      throws IOException {
    var question = kind.question(number, from, end);
    long started = System.nanoTime();
    line.ask(question);
    return (System.nanoTime() - started) / 1e6;
  }

  /** NaN when the server did not take part. */
  double quantile(String server, QueryKind kind, double share) {
    return Quantiles.of(millis.getOrDefault(server, Map.of()).getOrDefault(kind, List.of()), share);
  }

  /** The median of the fastest of all but one server; NaN when it is alone. */
  double fastestBut(String server, QueryKind kind) {
    return millis.keySet().stream()
        .filter(name -> !name.equals(server))
        .mapToDouble(name -> quantile(name, kind, 0.5))
        .min()
        .orElse(Double.NaN);
  }

  Table table() {
    var columns = new ArrayList<>(List.of("server"));
    for (var kind : QueryKind.values()) {
      columns.add(kind.title() + ", median");
      columns.add("p99");
    }
    return new Table(
        "A year of 100 sources, one measurement in 15 minutes: ms of an answer, %d each"
            .formatted(ASKED),
        columns,
        millis.keySet().stream().map(this::row).toList());
  }

  private List<String> row(String server) {
    var row = new ArrayList<>(List.of(server));
    for (var kind : QueryKind.values()) {
      row.add(Figures.decimals(quantile(server, kind, 0.5), 3));
      row.add(Figures.decimals(quantile(server, kind, 0.99), 3));
    }
    return row;
  }
}
