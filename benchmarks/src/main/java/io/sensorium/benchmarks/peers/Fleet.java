package io.sensorium.benchmarks.peers;

import io.sensorium.benchmarks.peers.HttpLine.Dialect;
import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.LeanHttp;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many users of our server, each with one gateway that sends many series. */
public final class Fleet {

  private static final Pattern RSS = Pattern.compile("(?m)^VmRSS:\\s*(\\d+) kB$");
  private static final int THREADS = 4;
  private static final int CHECKED = 100;

  private final List<SensorAccount> accounts;

  private Fleet(List<SensorAccount> accounts) {
    this.accounts = accounts;
  }

  public static Fleet create(ServerProcess server, int users) throws IOException {
    var accounts = new ArrayList<SensorAccount>();
    for (int number = 0; number < users; number++) {
      accounts.add(SensorAccount.create(server, number, 1));
    }
    return new Fleet(accounts);
  }

  /** Sends the bodies of all gateways, in turns, over a few connections; tells how long it took. */
  public double send(ServerProcess server, Batches batches)
      throws IOException, InterruptedException {
    return Sending.inThreads(
        THREADS,
        thread -> {
          var lines = new ArrayList<HttpLine>();
          for (int user = thread; user < accounts.size(); user += THREADS) {
            lines.add(line(server, accounts.get(user)));
          }
          return () -> sendInTurns(batches, thread, lines);
        });
  }

  private static HttpLine line(ServerProcess server, SensorAccount account) throws IOException {
    var token = "Authorization: Token %s\r\n".formatted(account.tokens().getFirst());
    return new HttpLine(server.uri(), new Dialect("/write?precision=ms", token, _ -> "", ""));
  }

  private static Void sendInTurns(Batches batches, int thread, List<HttpLine> lines)
      throws IOException, InterruptedException {
    int bodies = batches.bodies().get(thread).size();
    for (int body = 0; body < bodies; body++) {
      for (int i = 0; i < lines.size(); i++) {
        lines.get(i).send(batches.bodies().get(thread + i * THREADS).get(body));
      }
    }
    for (var line : lines) {
      line.close();
    }
    return null;
  }

  /** Whether the last measurements of some series can be read. */
  public void check(ServerProcess server, Walks walks) throws IOException {
    var account = accounts.getFirst();
    try (var http = new LeanHttp(server.uri())) {
      var sources = account.sources(http);
      var ids =
          IntStream.range(0, CHECKED)
              .mapToObj(series -> String.valueOf(sources.get(Sensorium.sensorSerial(series))))
              .collect(Collectors.joining(","));
      var answer =
          http.get("/v1/measurements?type=latest&data_sources=" + ids, account.credentials());
      for (int series = 0; series < CHECKED; series++) {
        if (!answer.body().contains("\"value\":" + walks.last(series) + ",")) {
          throw new BenchException("series %d is not as it was sent: %s".formatted(series, answer));
        }
      }
    }
  }

  /** What the server holds in memory now. */
  public static long rssBytes(ServerProcess server) throws IOException {
    var status = Path.of("/proc", Long.toString(server.handle().pid()), "status");
    var rss = RSS.matcher(Files.readString(status));
    if (!rss.find()) {
      throw new BenchException("no VmRSS of the server");
    }
    return Long.parseLong(rss.group(1)) * 1_024;
  }
}
