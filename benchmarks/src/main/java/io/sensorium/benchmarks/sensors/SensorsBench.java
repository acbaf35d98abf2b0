package io.sensorium.benchmarks.sensors;

import io.sensorium.benchmarks.peers.Entrant;
import io.sensorium.benchmarks.peers.InfluxDb;
import io.sensorium.benchmarks.peers.PostgreSql;
import io.sensorium.benchmarks.peers.Sensorium;
import io.sensorium.benchmarks.peers.VictoriaMetrics;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Measurements in, and answers out, beside the servers that people would otherwise take. */
public final class SensorsBench implements Bench {

  private static final int ALARMS = 100;
  private static final int QUERY_GATEWAYS = 1;
  private static final Entrant INFLUX = new InfluxDb();
  private static final Entrant VICTORIA = new VictoriaMetrics();
  private static final Entrant POSTGRES = new PostgreSql();

  private final Launcher launcher;
  private final PrintStream progress;

  public SensorsBench(Launcher launcher, PrintStream progress) {
    this.launcher = launcher;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "sensors";
  }

  @Override
  public String purpose() {
    return "measurements beside InfluxDB, VictoriaMetrics, PostgreSQL; a million series";
  }

  @Override
  public Report run() throws IOException, InterruptedException {
    var peers = new ArrayList<Entrant>();
    for (var peer : List.of(INFLUX, VICTORIA, POSTGRES)) {
      if (peer.isInstalled()) {
        peers.add(peer);
      } else {
        progress.printf("%s is left out: %s%n", peer.name(), peer.howToInstall());
      }
    }
    int servers = 1 + peers.size();
    int steps = IngestPart.steps(servers) + QueryPart.steps(servers) + MillionPart.steps();
    try (var bar = new Progress(progress, name(), steps)) {
      var ingest = IngestPart.run(with(IngestLoad.CONNECTIONS, ALARMS, peers), bar);
      var query = QueryPart.run(with(QUERY_GATEWAYS, 0, peers), bar);
      return report(ingest, query, MillionPart.run(launcher, bar));
    }
  }

  private List<Entrant> with(int gateways, int alarms, List<Entrant> peers) {
    var entrants = new ArrayList<Entrant>();
    entrants.add(new Sensorium(launcher, gateways, alarms));
    entrants.addAll(peers);
    return entrants;
  }

  private Report report(IngestPart ingest, QueryPart query, MillionPart million) {
    var goals = new ArrayList<Goal>();
    addIngestGoals(ingest, goals);
    for (var kind : QueryKind.values()) {
      double ours = query.quantile(Sensorium.NAME, kind, 0.5);
      double share = ours / query.fastestBut(Sensorium.NAME, kind);
      if (!Double.isNaN(share)) {
        goals.add(Goal.atMost(kind.title() + ", of the fastest peer's median", 1, share, " x"));
      }
    }
    var run = million.run();
    goals.add(Goal.atMost("a million series: peak RSS", 1_000, run.peakRssBytes() / 1e6, " MB"));
    goals.add(
        Goal.atMost("a million series: start after a stop", 10, run.readyAfterStopSeconds(), " s"));
    return new Report(
        name(),
        List.of(Goal.table(goals), ingest.table(), query.table(), million.table()),
        notes());
  }

  /** Those that compare with a peer only if it took part. */
  private static void addIngestGoals(IngestPart ingest, List<Goal> goals) {
    double rate = ingest.median(Sensorium.NAME, run -> run.second().pointsPerSecond());
    double cpu = ingest.median(Sensorium.NAME, run -> run.second().wholeCpuMicros());
    if (INFLUX.isInstalled()) {
      double peer = ingest.median(INFLUX.name(), run -> run.second().pointsPerSecond());
      goals.add(Goal.atLeast("rate, of InfluxDB's", 2, rate / peer, " x"));
    }
    if (VICTORIA.isInstalled()) {
      double peer = ingest.median(VICTORIA.name(), run -> run.second().pointsPerSecond());
      double peerCpu = ingest.median(VICTORIA.name(), run -> run.second().wholeCpuMicros());
      goals.add(Goal.atLeast("rate, of VictoriaMetrics'", 0.9, rate / peer, " x"));
      goals.add(Goal.atMost("CPU of a point, of VictoriaMetrics'", 1.5, cpu / peerCpu, " x"));
    }
    double bytes = ingest.median(Sensorium.NAME, IngestRun::bytesPerPoint);
    goals.add(Goal.atMost("disk", 2, bytes, " bytes/point"));
  }

  private static List<String> notes() {
    var shape = IngestLoad.SHAPE;
    return List.of(
        "%s series walk at random (steps of sigma %s), a point each %d s, %d ms early or late;"
                .formatted(
                    Figures.count(shape.series()),
                    Figures.decimals(shape.stepHundredths() / 100, 2),
                    shape.interval().toSeconds(),
                    shape.jitterMillis())
            + " two decimals, milliseconds.",
        "%d of the series have an alarm on our server; it was made later than the rows are dated."
            .formatted(ALARMS),
        "The 200 ticks have another width each time that a series is asked for, so that no part of an"
            + " earlier answer serves again. VictoriaMetrics moves the bounds of such questions to"
            + " multiples of the step, and answers what was asked before from memory; so does ours"
            + " with sums of blocks.",
        "New: the first two million points of a server that has just started. Warm: the next two"
            + " million; the goals are about these.",
        "VictoriaMetrics acknowledges before its disk has the rows; the others sync first.",
        "PostgreSQL: COPY into one table with an index of (series, at) that includes the value;"
            + " its bytes are the table's and the index', without the log.");
  }
}
