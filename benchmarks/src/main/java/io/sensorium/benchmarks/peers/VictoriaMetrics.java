package io.sensorium.benchmarks.peers;

import static io.sensorium.benchmarks.peers.HttpLine.encoded;

import io.sensorium.benchmarks.peers.HttpLine.Dialect;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.LeanHttp;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** VictoriaMetrics, one node. It acknowledges before the disk has the rows. */
public final class VictoriaMetrics implements Entrant {

  private static final List<String> PROGRAMS = List.of("victoria-metrics", "victoria-metrics-prod");
  private static final String SERIES = RowFormat.MEASUREMENT + "_" + RowFormat.FIELD;

  @Override
  public String name() {
    return "VictoriaMetrics";
  }

  @Override
  public RowFormat format() {
    return RowFormat.LINE;
  }

  @Override
  public boolean isInstalled() {
    return PROGRAMS.stream().anyMatch(name -> Programs.find(name).isPresent());
  }

  @Override
  public String howToInstall() {
    return "apt-get install victoria-metrics";
  }

  @Override
  public Contender start() throws IOException, InterruptedException {
    var program =
        PROGRAMS.stream().flatMap(name -> Programs.find(name).stream()).findFirst().orElseThrow();
    int port = PeerProcess.freePort();
    var data = DataDirectory.create();
    var command =
        List.of(
            program.toString(),
            "-storageDataPath=" + data.path().resolve("data"),
            "-httpListenAddr=127.0.0.1:" + port,
            "-retentionPeriod=10y",
            "-search.latencyOffset=1s");
    return new Running(
        PeerProcess.start(command, data.path().resolve("log"), port),
        data,
        URI.create("http://127.0.0.1:" + port));
  }

  private record Running(PeerProcess process, DataDirectory data, URI uri) implements Contender {

    private static final Dialect DIALECT =
        new Dialect("/write?precision=ms", "", Running::target, "");

    @Override
    public void prepare(Batches first) throws IOException, InterruptedException {
      Sending.send(this, first);
    }

    @Override
    public Line connect(int connection) throws IOException {
      return new HttpLine(uri, DIALECT);
    }

    private static String target(Question question) {
      return switch (question) {
        case Question.Latest latest ->
            instant("last_over_time(%s[1h])".formatted(SERIES), latest.now().getEpochSecond());
        case Question.Extremes extremes ->
            instant(
                "rollup(%s[%ds])"
                    .formatted(
                        selector(extremes.series()),
                        Duration.between(extremes.from(), extremes.to()).toSeconds()),
                extremes.to().getEpochSecond());
        case Question.Ticks ticks ->
            "/api/v1/query_range?query=%s&start=%d&end=%d&step=%ds"
                .formatted(
                    encoded(
                        "rollup(%s[%ds])"
                            .formatted(selector(ticks.series()), ticks.width().toSeconds())),
                    ticks.from().plus(ticks.width()).getEpochSecond(),
                    ticks.to().getEpochSecond(),
                    ticks.width().toSeconds());
      };
    }

    private static String instant(String query, long epochSecond) {
      return "/api/v1/query?query=%s&time=%d".formatted(encoded(query), epochSecond);
    }

    private static String selector(int series) {
      return "%s{sensor=\"%s\"}".formatted(SERIES, RowFormat.sensor(series));
    }

    @Override
    public ServerFigures figures() {
      return process.figures();
    }

    @Override
    public long sealedBytes() throws IOException, InterruptedException {
      try (var http = new LeanHttp(uri)) {
        http.get("/internal/force_flush", "");
        http.get("/internal/force_merge", "");
      }
      Sending.awaitQuiet(this);
      return data.allocatedBytes();
    }

    @Override
    public void close() throws IOException {
      process.close();
      data.close();
    }
  }
}
