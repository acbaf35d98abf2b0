package io.sensorium.server.cli;

import io.sensorium.server.AdminTokenFile;
import io.sensorium.server.SensoriumServer;
import io.sensorium.server.config.Config;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.server.logging.Logging;
import io.sensorium.simulator.Simulation;
import io.sensorium.simulator.upload.DeviceClient;
import io.sensorium.simulator.upload.UploadPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * What the launcher runs once after a build, while Java watches which classes and methods a server
 * needs: a short life of a server, from start to stop.
 */
@Command(name = "train", hidden = true, description = "Lives a short life, for Java to watch.")
final class TrainCommand implements Callable<Integer> {

  private static final int BATCHES = 1_500;
  private static final int FIXES_PER_BATCH = 20;
  private static final int SOURCES = 250;
  private static final int ROUNDS = 1_600; // more than wait for a block
  private static final int ROUNDS_PER_BATCH = 20;
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  @Override
  public Integer call() throws IOException {
    Logging.setUp(new Config.Log("text", "error"));
    var directory = Files.createTempDirectory("sensorium-train-");
    var settings =
        Map.of("http.port", "0", "tls.port", "-1", "limits.requestsPerMinute", "1000000");
    try (var server = SensoriumServer.start(ConfigReader.read(settings), directory)) {
      var url = URI.create(server.urls().getFirst());
      var admin = new AdminClient(url, AdminTokenFile.read(directory));
      live(url, admin);
      measure(url, admin);
    }
    deleteAll(directory);
    return SensoriumCommand.OK;
  }

  private static void live(URI url, AdminClient admin) {
    var application = admin.newApplication("train");
    var client =
        DeviceClient.of(HttpClient.newHttpClient(), url)
            .enrol(application.path("id").asString(), application.path("secret").asString());
    UploadPlan.ORDINARY
        .uploads(Simulation.month(1).batches(FIXES_PER_BATCH).limit(BATCHES), 1)
        .forEach(client::upload);
    admin.awaitFolded();
    var person = new AdminClient(url, client.enrolment().token());
    person.get("/v2/users/me");
    person.get(
        "/v2/users/" + client.enrolment().userId() + "/events?from=2026-03-01&to=2026-03-31");
    person.get("/v2/users/" + client.enrolment().userId() + "/location");
  }

  /** A gateway's sensors walk at random; enough of it that blocks are made. */
  private static void measure(URI url, AdminClient admin) {
    var gateway = AdminClient.json().createObjectNode().put("serial", "train");
    var token = admin.post("/admin/v1/gateways", gateway).path("token").asString();
    var client = new AdminClient(url, token);
    var random = new SplittableRandom(1);
    var hundredths = new long[SOURCES];
    long millis = Instant.now().minus(INTERVAL.multipliedBy(ROUNDS)).toEpochMilli();
    var lines = new StringBuilder();
    for (int round = 1; round <= ROUNDS; round++) {
      for (int source = 0; source < SOURCES; source++) {
        hundredths[source] += random.nextInt(-9, 10);
        lines.append("climate,sensor=s").append(source).append(" temp=");
        lines.append(hundredths[source] / 100.0).append(' ');
        lines.append(millis + random.nextInt(200)).append('\n');
      }
      millis += INTERVAL.toMillis();
      if (round % ROUNDS_PER_BATCH == 0) {
        client.post("/write?precision=ms", BodyPublishers.ofString(lines.toString()));
        lines.setLength(0);
      }
    }
  }

  private static void deleteAll(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
