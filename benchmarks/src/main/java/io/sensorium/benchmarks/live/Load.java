package io.sensorium.benchmarks.live;

import io.sensorium.benchmarks.pipeline.Body;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.pipeline.Phone;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What uploads cost that were each folded on their own.
 *
 * @param steps of the engine, to be compared with the uploads
 * @param httpSeconds CPU of the threads that read, check, store and answer uploads
 * @param engineSeconds CPU of the threads that fold
 */
record Load(
    int uploads, double steps, double cpuSeconds, double httpSeconds, double engineSeconds) {
  /*
   * At a real pace every upload is a step of the engine. Here the server does not gather, and uploads
   * come so far apart that each is folded before the next comes; the number of steps tells that it
   * was so. Nobody asks the server meanwhile, since an answer would cost it.
   */

  /** Sends the uploads that are measured. */
  @FunctionalInterface
  interface Sending {
    void send() throws IOException, InterruptedException;
  }

  /** Settings of a server that folds each upload at once. */
  static final Map<String, String> AT_ONCE =
      Map.of(
          "engine.linger",
          "PT0S",
          "limits.requestsPerMinute",
          "1000000",
          "limits.requestsPerMinuteOfUser",
          "1000000");

  private static final List<String> COLUMNS =
      List.of(
          "who",
          "uploads",
          "steps",
          "CPU s",
          "ms/upload",
          "HTTP and store s",
          "engine s",
          "other s");

  static final Duration PACE = Duration.ofMillis(10);

  /** One person's uploads to a server that has nothing else to do. */
  static Load ofOne(
      ServerProcess server, Operator operator, Phone phone, List<Body> uploads, Progress bar)
      throws IOException, InterruptedException {
    return measure(
        server,
        operator,
        uploads.size(),
        () -> {
          long dueNanos = System.nanoTime();
          for (var upload : uploads) {
            Thread.sleep(Duration.ofNanos(Math.max(0, dueNanos - System.nanoTime())));
            phone.upload(upload);
            dueNanos = System.nanoTime() + PACE.toNanos();
            bar.advance();
          }
          Thread.sleep(PACE);
        });
  }

  static Load measure(ServerProcess server, Operator operator, int uploads, Sending sending)
      throws IOException, InterruptedException {
    operator.awaitAnalysis();
    double stepsBefore = operator.metric("sensorium_engine_steps");
    var threadsBefore = server.threads();
    double cpuBefore = server.figures().cpuSeconds();
    sending.send();
    double cpuSeconds = server.figures().cpuSeconds() - cpuBefore;
    var threads = server.threads();
    return new Load(
        uploads,
        operator.metric("sensorium_engine_steps") - stepsBefore,
        cpuSeconds,
        threads.cpuSeconds("http") - threadsBefore.cpuSeconds("http"),
        threads.cpuSeconds("engine") - threadsBefore.cpuSeconds("engine"));
  }

  double cpuMillisPerUpload() {
    return 1_000 * cpuSeconds / uploads;
  }

  /** A line of the table. */
  static List<String> row(String what, Load load) {
    return List.of(
        what,
        Figures.count(load.uploads),
        Figures.decimals(load.steps, 0),
        Figures.decimals(load.cpuSeconds, 2),
        Figures.decimals(load.cpuMillisPerUpload(), 3),
        Figures.decimals(load.httpSeconds, 2),
        Figures.decimals(load.engineSeconds, 2),
        Figures.decimals(load.cpuSeconds - load.httpSeconds - load.engineSeconds, 2));
  }

  static Table table(List<List<String>> rows) {
    return new Table("An upload each 30 s, each folded on its own", COLUMNS, rows);
  }
}
