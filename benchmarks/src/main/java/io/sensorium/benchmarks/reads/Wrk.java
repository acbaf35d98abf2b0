package io.sensorium.benchmarks.reads;

import io.sensorium.benchmarks.pipeline.BenchException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The load generator wrk: the same requests to whichever server, over a few connections. */
final class Wrk {

  /**
   * What a run measured.
   *
   * @param answerBytes of one answer, head and body
   */
  record Run(double requestsPerSecond, double medianMillis, double p99Millis, double answerBytes) {}

  /** Each thread of it begins elsewhere in the file, so that they do not ask the same at once. */
  private static final String SCRIPT =
      """
      local requests = {}
      local at = 0
      local started = 0
      function setup(thread)
        thread:set("number", started)
        started = started + 1
      end
      function init(arguments)
        for line in io.lines(arguments[1]) do
          local target, token = line:match("^(%S+) (%S+)$")
          requests[#requests + 1] = wrk.format("GET", target, {["Authorization"] = "Bearer " .. token})
        end
        at = math.floor(#requests / 2) * number
      end
      function request()
        at = at % #requests + 1
        return requests[at]
      end
      """;

  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern MEDIAN = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern TOTAL =
      Pattern.compile("(\\d+) requests in [^,]+, ([0-9.]+)(B|KB|MB|GB) read");

  private final Path program;
  private final Path script;
  private final Path requests;
  private final int threads;
  private final int connections;

  /**
   * Writes down what will be asked.
   *
   * @param lines each a target and the token to show
   */
  Wrk(Path program, Path folder, List<String> lines, int threads, int connections)
      throws IOException {
    this.program = program;
    this.script = Files.writeString(folder.resolve("requests.lua"), SCRIPT);
    this.requests = Files.write(folder.resolve("requests"), lines);
    this.threads = threads;
    this.connections = connections;
  }

  /** Asks for that long. */
  Run ask(URI server, Duration length) throws IOException, InterruptedException {
    var wrk =
        new ProcessBuilder(
                program.toString(),
                "-t" + threads,
                "-c" + connections,
                "-d" + length.toSeconds() + "s",
                "--latency",
                "-s",
                script.toString(),
                server.toString(),
                "--",
                requests.toString())
            .redirectErrorStream(true)
            .start();
    String said;
    try (var out = wrk.getInputStream()) {
      said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (wrk.waitFor() != 0 || said.contains("Non-2xx") || said.contains("Socket errors")) {
      throw new BenchException("not every request to " + server + " was answered:\n" + said);
    }
    return parse(said);
  }

  static Run parse(String said) {
    var total = found(TOTAL, said);
    double bytes = Double.parseDouble(total.group(2)) * unitBytes(total.group(3));
    return new Run(
        Double.parseDouble(found(RATE, said).group(1)),
        millis(found(MEDIAN, said)),
        millis(found(P99, said)),
        bytes / Long.parseLong(total.group(1)));
  }

  private static MatchResult found(Pattern pattern, String said) {
    return pattern
        .matcher(said)
        .results()
        .findFirst()
        .orElseThrow(() -> new BenchException("wrk does not tell " + pattern + ":\n" + said));
  }

  private static double millis(MatchResult found) {
    double value = Double.parseDouble(found.group(1));
    return switch (found.group(2)) {
      case "us" -> value / 1_000;
      case "ms" -> value;
      default -> value * 1_000;
    };
  }

  private static double unitBytes(String unit) {
    return switch (unit) {
      case "B" -> 1;
      case "KB" -> 1 << 10;
      case "MB" -> 1 << 20;
      default -> 1 << 30;
    };
  }
}
