package io.sensorium.server.cli;

import io.sensorium.server.AdminTokenFile;
import io.sensorium.server.SensoriumServer;
import io.sensorium.server.config.Config;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.server.demo.DemoTown;
import io.sensorium.server.logging.Logging;
import io.sensorium.simulator.upload.Enrolment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sensorium demo}. */
@Command(
    name = "demo",
    description = {
      "Starts the server with a fresh simulated town: people with weeks of history, and one who",
      "drives about now. Prints curl calls that answer. Ctrl-C ends it."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final long SEED = 42;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where to keep it; must be empty or not there yet (default: a new directory).")
  private @Nullable Path directory;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "The plain port (default: ${DEFAULT-VALUE}); 0 takes a free one.")
  private int port;

  @Option(names = "--once", description = "Stops when the calls are printed.")
  private boolean once;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logging.setUp(new Config.Log("text", "warn"));
    var data = freshDirectory();
    var settings = new HashMap<>(Map.of("http.port", Integer.toString(port), "tls.port", "0"));
    try (var server = SensoriumServer.start(ConfigReader.read(settings), data)) {
      var url = URI.create(server.urls().getFirst());
      var admin = new AdminClient(url, AdminTokenFile.read(data));
      var town = newTown(url, admin);
      var people = uploadHistories(town, admin);
      printCalls(url, people.getFirst(), apiKey(admin));
      if (!once) {
        System.out.printf("%nSensorium serves %s from %s. Ctrl-C ends it.%n", url, data);
        driveUntilStopped(town, server);
      }
    }
    return SensoriumCommand.OK;
  }

  private Path freshDirectory() throws IOException {
    if (directory == null) {
      return Files.createTempDirectory("sensorium-demo-");
    }
    if (Files.isDirectory(directory)) {
      try (var files = Files.list(directory)) {
        if (files.findAny().isPresent()) {
          throw new UserMistake(directory + " is not empty; the demo wants a fresh directory");
        }
      }
    }
    return directory;
  }

  private @Nullable String applicationId;

  private DemoTown newTown(URI url, AdminClient admin) {
    var application = admin.newApplication("demo");
    applicationId = application.path("id").asString();
    return new DemoTown(
        SEED, url, applicationId, application.path("secret").asString(), Clock.systemUTC());
  }

  private static List<Enrolment> uploadHistories(DemoTown town, AdminClient admin) {
    try (var bar = ProgressBar.onTerminal("simulate")) {
      var people = town.uploadHistories((done, who) -> bar.show(0.95 * done, who));
      admin.awaitFolded();
      bar.show(1, "analysed");
      return people;
    }
  }

  private String apiKey(AdminClient admin) {
    var body = AdminClient.json().createObjectNode().put("name", "demo");
    body.putArray("scopes").add("user.read");
    return admin
        .post("/admin/v1/applications/" + applicationId + "/api-keys", body)
        .path("api_key")
        .asString();
  }

  private static void printCalls(URI url, Enrolment person, String apiKey) {
    var to = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    var from = to.minusDays(1);
    System.out.printf(
        """

        A person's timeline, with the person's own token:
          curl -s -H 'Authorization: Bearer %2$s' '%1$s/v2/users/%3$s/events?from=%4$s&to=%5$s'

        Where the person was last, with an API key of the application:
          curl -s -H 'Authorization: Bearer %6$s' '%1$s/v2/users/%3$s/location'

        Who the person is:
          curl -s -H 'Authorization: Bearer %2$s' '%1$s/v2/users/me'
        """,
        url, person.token(), person.userId(), from, to, apiKey);
  }

  private static void driveUntilStopped(DemoTown town, SensoriumServer server)
      throws InterruptedException {
    var driver = town.newDriver();
    var thread = Thread.ofPlatform().daemon().name("driver").start(driver);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      driver.stop();
                      server.close();
                      stopped.countDown();
                    }));
    stopped.await();
    thread.join();
  }
}
