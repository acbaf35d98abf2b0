package io.sensorium.benchmarks.reads;

import io.sensorium.benchmarks.metrics.Quantiles;
import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.LeanHttp;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What one kind of read costs, one after the other over one connection.
 *
 * @param micros median for people with nine weeks
 * @param longMicros median for people with two years, asked by turns with the others
 */
record KindCost(ReadKind kind, double bytes, double micros, double longMicros) {

  private static final int WARMING = 200;
  private static final int TIMES = 1_000;

  /** How much dearer a long history is. */
  double growth() {
    return longMicros / micros;
  }

  static List<KindCost> measure(ServerProcess server, List<Reader> people, List<Reader> longer)
      throws IOException {
    var costs = new ArrayList<KindCost>();
    try (var http = new LeanHttp(server.uri())) {
      for (var kind : ReadKind.values()) {
        costs.add(measure(kind, http, people, longer));
      }
    }
    return costs;
  }

  private static KindCost measure(
      ReadKind kind, LeanHttp http, List<Reader> people, List<Reader> longer) throws IOException {
    var random = new Random(1);
    var micros = new ArrayList<Double>();
    var longMicros = new ArrayList<Double>();
    double bytes = 0;
    for (int i = -WARMING; i < TIMES; i++) {
      var reader = people.get(random.nextInt(people.size()));
      var longReader = longer.get(random.nextInt(longer.size()));
      var own = timed(http, kind.target(reader, random), reader);
      var other = timed(http, kind.target(longReader, random), longReader);
      if (i >= 0) {
        micros.add(own.micros());
        longMicros.add(other.micros());
        bytes += (double) own.bytes() / TIMES;
      }
    }
    return new KindCost(kind, bytes, Quantiles.median(micros), Quantiles.median(longMicros));
  }

  private record Timed(double micros, int bytes) {}

  private static Timed timed(LeanHttp http, String target, Reader reader) throws IOException {
    long started = System.nanoTime();
    var answer = http.get(target, "Authorization: Bearer " + reader.token() + "\r\n");
    double micros = (System.nanoTime() - started) / 1e3;
    if (!answer.isSuccess()) {
      throw new BenchException(target + " answered " + answer.status() + ": " + answer.body());
    }
    return new Timed(micros, answer.body().length());
  }

  static Table table(List<KindCost> costs) {
    return new Table(
        "Each kind alone, one after the other",
        List.of("read", "% of the mix", "bytes", "µs, nine weeks", "µs, two years", "growth"),
        costs.stream()
            .map(
                cost ->
                    List.of(
                        cost.kind().title(),
                        Figures.count(cost.kind().percent()),
                        Figures.decimals(cost.bytes(), 0),
                        Figures.decimals(cost.micros(), 0),
                        Figures.decimals(cost.longMicros(), 0),
                        Figures.decimals(cost.growth(), 2)))
            .toList());
  }
}
