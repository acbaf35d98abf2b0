package io.sensorium.benchmarks.live;

import io.sensorium.benchmarks.peers.Nginx;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.LeanHttp;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What waking costs on this machine: the processor time of a request for a file of 1 KB by nginx,
 * when requests come as far apart as those of {@link Load#ofOne}, and one after the other.
 */
record Waking(double apartMillis, double togetherMillis) {

  private static final int FILE_BYTES = 1_024;
  private static final int WARMING = 2_000;
  private static final int APART = 1_000;
  private static final int TOGETHER = 20_000;

  static Waking measure() throws IOException, InterruptedException {
    try (var folder = DataDirectory.create();
        var nginx = Nginx.start(folder.path(), FILE_BYTES);
        var http = new LeanHttp(nginx.uri())) {
      cpuMillis(nginx, http, WARMING, Duration.ZERO);
      return new Waking(
          cpuMillis(nginx, http, APART, Load.PACE),
          cpuMillis(nginx, http, TOGETHER, Duration.ZERO));
    }
  }

  private static double cpuMillis(Nginx nginx, LeanHttp http, int requests, Duration pause)
      throws IOException, InterruptedException {
    double before = nginx.cpuSeconds();
    for (int i = 0; i < requests; i++) {
      http.get("/", "");
      Thread.sleep(pause);
    }
    return 1e3 * (nginx.cpuSeconds() - before) / requests;
  }

  Table table() {
    return new Table(
        "What waking costs here: nginx, a file of 1 KB",
        List.of("requests", "ms of CPU each"),
        List.of(
            List.of("each 10 ms", Figures.decimals(apartMillis, 3)),
            List.of("one after the other", Figures.decimals(togetherMillis, 3)),
            List.of("ratio", Figures.decimals(apartMillis / togetherMillis, 1))));
  }
}
