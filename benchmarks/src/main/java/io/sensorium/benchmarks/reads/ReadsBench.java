package io.sensorium.benchmarks.reads;

import io.sensorium.benchmarks.metrics.Quantiles;
import io.sensorium.benchmarks.peers.Nginx;
import io.sensorium.benchmarks.peers.Programs;
import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import io.sensorium.benchmarks.population.Population;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A thousand people with nine weeks each read through the mobility API, beside nginx with a static
 * file of 1 KB, which the same generator asks by turns.
 */
public final class ReadsBench implements Bench {
  /*
   * The answers are whatever the API says, without packing. Half of what is asked is never asked
   * twice within seconds: there are more requests in the list than a turn answers of most kinds.
   *
   * All nine weeks are uploaded to a server that began with nothing. Started again, the launcher sees
   * how many people it serves (docs/decisions/0005-quick-compiler.md): that is the server that is
   * asked for, and the figures of the first one are shown beside.
   */

  private static final int PEOPLE = 1_000;
  private static final int LONG_LIVES = 4;
  private static final int FIRST_SEED = 1_001;
  private static final Duration NINE_WEEKS = Duration.ofDays(63);
  private static final Duration TWO_YEARS = Duration.ofDays(730);

  private static final int REQUESTS = 100_000;
  private static final int THREADS = 2;
  private static final int CONNECTIONS = 16;
  private static final int FILE_BYTES = 1_024;
  private static final int ROUNDS = 3;
  private static final Duration WARMING = Duration.ofSeconds(30);
  private static final Duration TURN = Duration.ofSeconds(10);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "limits.requestsPerMinute", "100000000",
          "limits.requestsPerMinuteOfUser", "100000000");

  private final Launcher launcher;
  private final PrintStream progress;

  public ReadsBench(Launcher launcher, PrintStream progress) {
    this.launcher = launcher;
    this.progress = progress;
  }

  private record Round(Wrk.Run file, Wrk.Run api) {

    double rateRatio() {
      return api.requestsPerSecond() / file.requestsPerSecond();
    }

    double p99Ratio() {
      return api.p99Millis() / file.p99Millis();
    }
  }

  @Override
  public String name() {
    return "reads";
  }

  @Override
  public String purpose() {
    return "1,000 people with nine weeks each read their timelines, beside nginx with a file";
  }

  @Override
  public Report run() throws IOException, InterruptedException {
    var wrk =
        Programs.find("wrk").orElseThrow(() -> new BenchException("no wrk: apt-get install wrk"));
    try (var bar = new Progress(progress, name(), PEOPLE + LONG_LIVES + 2 * ROUNDS);
        var data = DataDirectory.create();
        var files = DataDirectory.create();
        var nginx = Nginx.start(files.path(), FILE_BYTES)) {
      List<Reader> people;
      List<KindCost> costs;
      List<Round> first;
      try (var server = launcher.serve(data, SETTINGS)) {
        people = readers(server, PEOPLE, FIRST_SEED, NINE_WEEKS, bar);
        var longer = readers(server, LONG_LIVES, FIRST_SEED + PEOPLE, TWO_YEARS, bar);
        costs = KindCost.measure(server, people, longer); // warms as well
        first = rounds(wrk, files.path(), people, nginx, server, bar);
      }
      try (var server = launcher.serve(data, SETTINGS)) {
        var again = rounds(wrk, files.path(), people, nginx, server, bar);
        return report(first, again, costs, server);
      }
    }
  }

  private static List<Reader> readers(
      ServerProcess server, int people, int firstSeed, Duration life, Progress bar)
      throws IOException, InterruptedException {
    return Reader.listOf(Population.enrol(server, people, firstSeed, life, bar));
  }

  private static List<Round> rounds(
      Path program,
      Path folder,
      List<Reader> people,
      Nginx nginx,
      ServerProcess server,
      Progress bar)
      throws IOException, InterruptedException {
    var wrk = new Wrk(program, folder, requests(people), THREADS, CONNECTIONS);
    wrk.ask(server.uri(), WARMING);
    var rounds = new ArrayList<Round>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(new Round(wrk.ask(nginx.uri(), TURN), wrk.ask(server.uri(), TURN)));
      bar.advance();
    }
    return rounds;
  }

  static List<String> requests(List<Reader> people) {
    var random = new Random(1);
    var lines = new ArrayList<String>();
    for (int i = 0; i < REQUESTS; i++) {
      var reader = people.get(random.nextInt(people.size()));
      lines.add(ReadKind.draw(random).target(reader, random) + " " + reader.token());
    }
    return lines;
  }

  private Report report(
      List<Round> first, List<Round> again, List<KindCost> costs, ServerProcess server)
      throws IOException {
    var day = costs.stream().filter(cost -> cost.kind() == ReadKind.DAY).findFirst().orElseThrow();
    var goals =
        List.of(
            Goal.atLeast("answers/s, part of nginx's", 0.12, median(again, Round::rateRatio), ""),
            Goal.atMost("p99, times nginx's", 10, median(again, Round::p99Ratio), ""),
            Goal.atLeast(
                "answers/s, part of nginx's, server that began empty",
                0.12,
                median(first, Round::rateRatio),
                ""),
            Goal.atMost(
                "p99, times nginx's, server that began empty",
                10,
                median(first, Round::p99Ratio),
                ""),
            Goal.atMost("a day's events: two years over nine weeks", 1.1, day.growth(), ""));
    return new Report(
        name(),
        List.of(
            Goal.table(goals),
            table("As launched with these people", again),
            table("The server that began empty and took all of it in", first),
            KindCost.table(costs)),
        List.of(
            "The goals' figures are medians of the rounds.",
            "The launcher gives a server with so many people both of Java's compilers, and one that"
                + " begins empty the quick one alone: docs/decisions/0005.",
            "Peak memory of the server: %s MB."
                .formatted(Figures.decimals(server.figures().peakRssBytes() / 1e6, 0))));
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return Quantiles.median(rounds.stream().map(figure::applyAsDouble).toList());
  }

  private static Table table(String title, List<Round> rounds) {
    var rows = new ArrayList<List<String>>();
    for (var round : rounds) {
      rows.add(row("nginx, 1 KB", round.file()));
      rows.add(row("Sensorium, mixed reads", round.api()));
    }
    return new Table(
        "%s: by turns, %d connections".formatted(title, CONNECTIONS),
        List.of("server", "answers/s", "p50 ms", "p99 ms", "bytes/answer"),
        rows);
  }

  private static List<String> row(String name, Wrk.Run run) {
    return List.of(
        name,
        Figures.count(Math.round(run.requestsPerSecond())),
        Figures.decimals(run.medianMillis(), 2),
        Figures.decimals(run.p99Millis(), 2),
        Figures.count(Math.round(run.answerBytes())));
  }
}
