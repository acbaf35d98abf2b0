package io.sensorium.benchmarks.sensors;

import io.sensorium.benchmarks.peers.Batches;
import io.sensorium.benchmarks.peers.Fleet;
import io.sensorium.benchmarks.peers.RowFormat;
import io.sensorium.benchmarks.peers.Sensorium;
import io.sensorium.benchmarks.peers.Walks;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A million series of 100 users, each series measured once in 15 minutes: more than an hour of it,
 * as fast as the server takes it.
 */
record MillionPart(MillionRun run) {

  private static final int USERS = 100;
  private static final Duration INTERVAL = Duration.ofMinutes(15);
  private static final Walks.Shape SHAPE = new Walks.Shape(1_000_000, INTERVAL, 200, 20);
  private static final int ROUNDS = 6;
  private static final int ROWS_PER_BATCH = 667; // what a gateway hears in a minute
  private static final long SEED = 3;

  static MillionPart run(Launcher launcher, Progress bar) throws IOException, InterruptedException {
    try (var data = DataDirectory.create()) {
      var start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(INTERVAL.multipliedBy(ROUNDS));
      return new MillionPart(new Run(launcher, data, bar, new Walks(SHAPE, start, SEED)).run());
    }
  }

  /** How far a bar advances. */
  static int steps() {
    return ROUNDS;
  }

  private static final class Run {

    private final Launcher launcher;
    private final DataDirectory data;
    private final Progress bar;
    private final Walks walks;

    Run(Launcher launcher, DataDirectory data, Progress bar, Walks walks) {
      this.launcher = launcher;
      this.data = data;
      this.bar = bar;
      this.walks = walks;
    }

    MillionRun run() throws IOException, InterruptedException {
      var server = serve();
      var fleet = Fleet.create(server, USERS);
      double first = send(fleet, server, 1);
      double rest = send(fleet, server, ROUNDS - 2);
      fleet.check(server, walks);
      long rss = Fleet.rssBytes(server);
      long peak = server.figures().peakRssBytes();
      server.close();
      double bytes = (double) data.allocatedBytes() / SHAPE.series() / (ROUNDS - 1);
      var again = serve();
      double readyAfterStop = again.readySeconds();
      send(fleet, again, 1);
      peak = Math.max(peak, again.figures().peakRssBytes());
      again.kill();
      try (var afterKill = serve()) {
        fleet.check(afterKill, walks);
        return new MillionRun(
            first, rest, rss, peak, bytes, readyAfterStop, afterKill.readySeconds());
      }
    }

    private ServerProcess serve() throws IOException, InterruptedException {
      return launcher.serve(data, Sensorium.SETTINGS);
    }

    /** Points per second over some rounds; their bodies are made between the rounds. */
    private double send(Fleet fleet, ServerProcess server, int rounds)
        throws IOException, InterruptedException {
      double seconds = 0;
      for (int round = 0; round < rounds; round++) {
        var batches = Batches.of(walks, 1, USERS, ROWS_PER_BATCH, RowFormat.LINE);
        seconds += fleet.send(server, batches);
        bar.advance();
      }
      return (double) SHAPE.series() * rounds / seconds;
    }
  }

  Table table() {
    return new Table(
        "A million series of 100 users, %d rounds of 15 minutes as fast as they are taken"
            .formatted(ROUNDS),
        List.of(
            "points/s, new series",
            "points/s after",
            "RSS MB",
            "peak RSS MB",
            "B/point after a stop",
            "start after a stop s",
            "start after a kill s"),
        List.of(
            List.of(
                Figures.count(Math.round(run.firstRoundPerSecond())),
                Figures.count(Math.round(run.perSecond())),
                Figures.decimals(run.rssBytes() / 1e6, 0),
                Figures.decimals(run.peakRssBytes() / 1e6, 0),
                Figures.decimals(run.bytesPerPoint(), 2),
                Figures.decimals(run.readyAfterStopSeconds(), 2),
                Figures.decimals(run.readyAfterKillSeconds(), 2))));
  }
}
