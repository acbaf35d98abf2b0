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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
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

  @Override
  public Integer call() throws IOException {
    Logging.setUp(new Config.Log("text", "error"));
    var directory = Files.createTempDirectory("sensorium-train-");
    var settings =
        Map.of("http.port", "0", "tls.port", "-1", "limits.requestsPerMinute", "1000000");
    try (var server = SensoriumServer.start(ConfigReader.read(settings), directory)) {
      live(URI.create(server.urls().getFirst()), AdminTokenFile.read(directory));
    }
    deleteAll(directory);
    return SensoriumCommand.OK;
  }

  private static void live(URI url, String adminToken) {
    var admin = new AdminClient(url, adminToken);
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

  private static void deleteAll(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
