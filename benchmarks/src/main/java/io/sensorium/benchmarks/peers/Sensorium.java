package io.sensorium.benchmarks.peers;

import static io.sensorium.benchmarks.peers.HttpLine.encoded;

import io.sensorium.benchmarks.peers.HttpLine.Dialect;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.pipeline.LeanHttp;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Our own server, with its embedded store. It acknowledges when its log is synced, and answers with
 * all that it has acknowledged.
 *
 * @param gateways one for each connection
 * @param alarms on so many of the series
 */
public record Sensorium(Launcher launcher, int gateways, int alarms) implements Entrant {

  public static final String NAME = "Sensorium";

  /** Plain HTTP, as the peers have it. */
  public static final Map<String, String> SETTINGS =
      Map.of(
          "sensors.plainHttp",
          "true",
          "limits.requestsPerMinute",
          "10000000",
          "limits.requestsPerMinuteOfUser",
          "10000000");

  private static final double ALARM_CELSIUS = 25;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RowFormat format() {
    return RowFormat.LINE;
  }

  @Override
  public boolean isInstalled() {
    return true;
  }

  @Override
  public String howToInstall() {
    return "it is this project";
  }

  @Override
  public Contender start() throws IOException, InterruptedException {
    var data = DataDirectory.create();
    var server = launcher.serve(data, SETTINGS);
    return new Running(server, data, SensorAccount.create(server, 1, gateways), alarms);
  }

  /** The serial that our server gives to the sensor of a series. */
  public static String sensorSerial(int series) {
    return RowFormat.MEASUREMENT + ",sensor=" + RowFormat.sensor(series);
  }

  private static final class Running implements Contender {

    private final ServerProcess server;
    private final DataDirectory data;
    private final SensorAccount account;
    private final int alarms;
    private final Map<Integer, Long> ids = new HashMap<>();
    private boolean isStopped;

    Running(ServerProcess server, DataDirectory data, SensorAccount account, int alarms) {
      this.server = server;
      this.data = data;
      this.account = account;
      this.alarms = alarms;
    }

    @Override
    public void prepare(Batches first) throws IOException, InterruptedException {
      Sending.send(this, first);
      try (var http = new LeanHttp(server.uri())) {
        var sources = account.sources(http);
        for (int series = 0; series < sources.size(); series++) {
          ids.put(series, sources.getOrDefault(sensorSerial(series), -1L));
        }
        for (int i = 0; i < alarms; i++) {
          account.createAlarm(http, idOf((int) ((long) i * ids.size() / alarms)), ALARM_CELSIUS);
        }
      }
    }

    private long idOf(int series) {
      return ids.getOrDefault(series, -1L);
    }

    @Override
    public Line connect(int connection) throws IOException {
      var token = "Authorization: Token %s\r\n".formatted(account.tokens().get(connection));
      return new HttpLine(
          server.uri(),
          new Dialect("/write?precision=ms", token, this::target, account.credentials()));
    }

    private String target(Question question) {
      return switch (question) {
        case Question.Latest latest ->
            "/v1/measurements?type=latest&data_sources="
                + IntStream.range(0, latest.series())
                    .mapToObj(series -> Long.toString(idOf(series)))
                    .collect(Collectors.joining(","));
        case Question.Extremes extremes ->
            "/v1/measurements?type=min_max&"
                + of(extremes.series(), extremes.from(), extremes.to());
        case Question.Ticks ticks ->
            "/v1/measurements?type=range&interval=%d&%s"
                .formatted(ticks.width().toMinutes(), of(ticks.series(), ticks.from(), ticks.to()));
      };
    }

    private String of(int series, Instant from, Instant to) {
      return "data_sources=%d&from=%s&to=%s"
          .formatted(idOf(series), encoded(from.toString()), encoded(to.toString()));
    }

    @Override
    public ServerFigures figures() {
      return ServerFigures.of(server.handle());
    }

    /** After a stop, which seals all that is open. */
    @Override
    public long sealedBytes() throws IOException, InterruptedException {
      server.close();
      isStopped = true;
      return data.allocatedBytes();
    }

    @Override
    public void close() throws IOException {
      if (!isStopped) {
        server.close();
      }
      data.close();
    }
  }
}
