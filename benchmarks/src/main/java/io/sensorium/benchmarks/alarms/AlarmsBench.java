package io.sensorium.benchmarks.alarms;

import io.sensorium.benchmarks.peers.SensorAccount;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.pipeline.LeanHttp;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Labelled events raise their alarms, and answers are what the rows of real series say. */
public final class AlarmsBench implements Bench {

  private static final AlarmRule RULE = new AlarmRule(60, 10, Duration.ofMinutes(1));
  private static final Map<String, String> SETTINGS =
      Map.of(
          "callbacks.allowedAddresses", "127.0.0.0/8",
          "sensors.plainHttp", "true",
          "limits.requestsPerMinute", "10000000",
          "limits.requestsPerMinuteOfUser", "10000000");
  private static final String HUMIDITY = "humi";

  private final Launcher launcher;
  private final Path datasets;
  private final PrintStream progress;

  public AlarmsBench(Launcher launcher, Path datasets, PrintStream progress) {
    this.launcher = launcher;
    this.datasets = datasets;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "alarms";
  }

  @Override
  public String purpose() {
    return "labelled events raise their alarms; real series are answered as they are";
  }

  @Override
  public Report run() throws IOException, InterruptedException {
    var motes = SteamRecordings.read(datasets.resolve("suthaharan-wsn"));
    var series = RealSeries.read(datasets.resolve("uci-env"));
    int steps = motes.size() + LivePart.steps(motes) + series.size();
    try (var bar = new Progress(progress, name(), steps);
        var data = DataDirectory.create();
        var server = launcher.serve(data, SETTINGS);
        var operator = Operator.of(server);
        var http = new LeanHttp(server.uri())) {
      var watch = new Watch(http, SensorAccount.create(server, 1, 1));
      for (var mote : motes) {
        watch.pair(mote.serial(), HUMIDITY, Mote.STEP);
      }
      var compared = SeriesPart.run(series, watch, bar);
      var whole = RecordingPart.run(motes, watch, RULE, bar);
      return report(compared, whole, LivePart.run(motes, watch, operator, RULE, bar));
    }
  }

  private Report report(List<SeriesPart> series, List<Verdict> whole, LivePart live) {
    var goals =
        List.of(
            Goal.atMost("figures that differ from the rows", 0, sum(series), ""),
            Goal.atMost("whole recordings: events not raised", 0, missed(whole), ""),
            Goal.atMost("whole recordings: other triggers", 0, wrong(whole), ""),
            Goal.atMost("live: events not raised", 0, missed(live.verdicts()), ""),
            Goal.atMost("live: other triggers", 0, wrong(live.verdicts()), ""),
            Goal.atMost("live: not delivered", 0, live.logged() - live.delivered(), ""),
            Goal.atMost("live: not genuine", 0, live.delivered() - live.genuine(), ""));
    return new Report(
        name(),
        List.of(
            Goal.table(goals),
            table("Whole recordings, as history", whole),
            table("Minutes about events, live, by the callbacks that arrived", live.verdicts()),
            table(series)),
        List.of(
            "Alarm: humidity above %s %%, hysteresis %s, delay %d min."
                .formatted(
                    Figures.decimals(RULE.above(), 0),
                    Figures.decimals(RULE.hysteresis(), 0),
                    RULE.delay().toMinutes()),
            "The slowest callback came %s ms after the upload that decided it had begun."
                .formatted(Figures.decimals(live.slowestMillis(), 0))));
  }

  private static int sum(List<SeriesPart> series) {
    return series.stream().mapToInt(SeriesPart::different).sum();
  }

  private static int missed(List<Verdict> verdicts) {
    return verdicts.stream().mapToInt(each -> each.events() - each.raised()).sum();
  }

  private static int wrong(List<Verdict> verdicts) {
    return verdicts.stream().mapToInt(Verdict::wrong).sum();
  }

  private static Table table(String title, List<Verdict> verdicts) {
    return new Table(
        title,
        List.of("mote", "events", "raised", "other triggers", "s after the event's begin"),
        verdicts.stream()
            .map(
                each ->
                    List.of(
                        each.mote(),
                        Figures.count(each.events()),
                        Figures.count(each.raised()),
                        Figures.count(each.wrong()),
                        each.secondsAfterBegin().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))))
            .toList());
  }

  private static Table table(List<SeriesPart> series) {
    return new Table(
        "Answers beside the rows of the files",
        List.of("series", "rows", "figures compared", "different"),
        series.stream()
            .map(
                each ->
                    List.of(
                        each.serial(),
                        Figures.count(each.rows()),
                        Figures.count(each.compared()),
                        Figures.count(each.different())))
            .toList());
  }
}
