package io.sensorium.benchmarks.peers;

import static io.sensorium.benchmarks.peers.HttpLine.encoded;

import io.sensorium.benchmarks.peers.HttpLine.Dialect;
import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.LeanHttp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** InfluxDB 1. It acknowledges when its write-ahead log is synced. */
public final class InfluxDb implements Entrant {

  private static final String DATABASE = "bench";

  @Override
  public String name() {
    return "InfluxDB";
  }

  @Override
  public RowFormat format() {
    return RowFormat.LINE;
  }

  @Override
  public boolean isInstalled() {
    return Programs.find("influxd").isPresent();
  }

  @Override
  public String howToInstall() {
    return "apt-get install influxdb";
  }

  @Override
  public Contender start() throws IOException, InterruptedException {
    var program = Programs.find("influxd").orElseThrow();
    var data = DataDirectory.create();
    int port = PeerProcess.freePort();
    var config = data.path().resolve("influxdb.conf");
    Files.writeString(config, settings(PeerProcess.freePort(), port, data.path()));
    var command = List.of(program.toString(), "run", "-config", config.toString());
    var process = PeerProcess.start(command, data.path().resolve("log"), port);
    return new Running(process, data, URI.create("http://127.0.0.1:" + port));
  }

  private record Running(PeerProcess process, DataDirectory data, URI uri) implements Contender {

    private static final Dialect DIALECT =
        new Dialect("/write?db=" + DATABASE + "&precision=ms", "", Running::target, "");

    @Override
    public void prepare(Batches first) throws IOException, InterruptedException {
      try (var http = new LeanHttp(uri)) {
        var answer =
            http.post("/query?q=" + encoded("CREATE DATABASE " + DATABASE), "", new byte[0]);
        if (!answer.isSuccess()) {
          throw new BenchException("InfluxDB made no database: " + answer);
        }
      }
      Sending.send(this, first);
    }

    @Override
    public Line connect(int connection) throws IOException {
      return new HttpLine(uri, DIALECT);
    }

    private static String target(Question question) {
      return "/query?db=%s&epoch=ms&q=%s".formatted(DATABASE, encoded(query(question)));
    }

    private static String query(Question question) {
      return switch (question) {
        case Question.Latest latest ->
            "SELECT last(%s) FROM %s WHERE time > '%s' GROUP BY sensor"
                .formatted(
                    RowFormat.FIELD,
                    RowFormat.MEASUREMENT,
                    latest.now().minus(Duration.ofHours(1)));
        case Question.Extremes extremes ->
            "SELECT min(%1$s), max(%1$s) FROM %2$s WHERE %3$s"
                .formatted(
                    RowFormat.FIELD,
                    RowFormat.MEASUREMENT,
                    where(extremes.series(), extremes.from(), extremes.to()));
        case Question.Ticks ticks ->
            "SELECT mean(%1$s), min(%1$s), max(%1$s) FROM %2$s WHERE %3$s GROUP BY time(%4$ds)"
                .formatted(
                    RowFormat.FIELD,
                    RowFormat.MEASUREMENT,
                    where(ticks.series(), ticks.from(), ticks.to()),
                    ticks.width().toSeconds());
      };
    }

    private static String where(int series, Instant from, Instant to) {
      return "sensor = '%s' AND time >= '%s' AND time < '%s'"
          .formatted(RowFormat.sensor(series), from, to);
    }

    @Override
    public ServerFigures figures() {
      return process.figures();
    }

    @Override
    public long sealedBytes() throws IOException, InterruptedException {
      Sending.awaitQuiet(this);
      return data.allocatedBytes();
    }

    @Override
    public void close() throws IOException {
      process.close();
      data.close();
    }
  }

  /** Its defaults, but quieter, and what rests five seconds is compacted: the default is hours. */
  private static String settings(int ownPort, int httpPort, Path directory) {
    return """
      reporting-disabled = true
      bind-address = "127.0.0.1:%1$d"
      [meta]
        dir = "%3$s/meta"
      [data]
        dir = "%3$s/data"
        wal-dir = "%3$s/wal"
        query-log-enabled = false
        cache-snapshot-write-cold-duration = "5s"
        compact-full-write-cold-duration = "5s"
      [monitor]
        store-enabled = false
      [http]
        bind-address = "127.0.0.1:%2$d"
        log-enabled = false
      """
        .formatted(ownPort, httpPort, directory);
  }
}
