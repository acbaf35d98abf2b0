package io.sensorium.server.cli;

import io.sensorium.delivery.network.Trust;
import io.sensorium.server.AdminTokenFile;
import io.sensorium.server.Certificates;
import io.sensorium.server.Maps;
import io.sensorium.server.SensoriumServer;
import io.sensorium.server.config.Config;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.server.demo.DemoHouse;
import io.sensorium.server.demo.DemoTown;
import io.sensorium.server.logging.Logging;
import io.sensorium.simulator.Simulation;
import io.sensorium.simulator.map.TownMap;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.upload.Enrolment;
import io.sensorium.simulator.upload.SensorApiClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
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
      "Starts the server with a fresh simulated town: people with weeks of history, one who drives",
      "about now, and a house with sensors in rooms, fridges and a van. The town's map is imported",
      "first, so that ways follow its roads. Prints curl calls that answer. Ctrl-C ends it."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final long SEED = 42;
  private static final int LAST_DAYS = 7;
  private static final String REGION = "town";
  private static final String OWNER = "anna@house.example";
  private static final String OWNERS_PASSWORD = "demo-password";

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

  @Option(
      names = "--check",
      description = "As --once, and fails unless roads, limits and places are told.")
  private boolean check;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logging.setUp(new Config.Log("text", "warn"));
    var data = freshDirectory();
    var simulation = DemoTown.simulation(SEED);
    importMap(simulation.town(), data);
    var settings = new HashMap<>(Map.of("http.port", Integer.toString(port), "tls.port", "0"));
    try (var server = SensoriumServer.start(ConfigReader.read(settings), data)) {
      var url = URI.create(server.urls().getFirst());
      var admin = new AdminClient(url, AdminTokenFile.read(data));
      var town = newTown(simulation, url, admin);
      var house = newHouse(url, admin);
      var owner = newOwner(URI.create(server.urls().get(1)), data, admin);
      var sources = house.moveIn(owner);
      var people = uploadHistories(town, house, admin);
      printCalls(url, people.getFirst(), apiKey(admin));
      printSensorCalls(URI.create(server.urls().get(1)), data, sources);
      if (check) {
        check(url, people.getFirst());
      } else if (!once) {
        System.out.printf("%nSensorium serves %s from %s. Ctrl-C ends it.%n", url, data);
        liveUntilStopped(town, house, server);
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
    return Files.createDirectories(directory);
  }

  private static void importMap(Town town, Path data) {
    var file = TownMap.write(town, data.resolve(TownMap.FILE_NAME));
    try (var bar = ProgressBar.onTerminal("map")) {
      Maps.in(data).importFile(REGION, file, bar::show);
    }
  }

  private static void check(URI url, Enrolment person) {
    var client = new AdminClient(url, person.token());
    var missing = new DemoCheck(client, timeline(person, LAST_DAYS)).missing();
    if (!missing.isEmpty()) {
      throw new IllegalStateException("the demo's first person lacks " + missing);
    }
  }

  /** Path of the timeline of the last days that were uploaded. */
  private static String timeline(Enrolment person, int days) {
    var to = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    var from = to.minusDays(days - 1L);
    return "/v2/users/" + person.userId() + "/events?from=" + from + "&to=" + to;
  }

  private @Nullable String applicationId;

  private DemoTown newTown(Simulation simulation, URI url, AdminClient admin) {
    var application = admin.newApplication("demo");
    applicationId = application.path("id").asString();
    return new DemoTown(
        simulation, url, applicationId, application.path("secret").asString(), Clock.systemUTC());
  }

  private static DemoHouse newHouse(URI url, AdminClient admin) {
    return new DemoHouse(
        SEED,
        HttpClient.newHttpClient(),
        url,
        serial ->
            admin
                .post(
                    "/admin/v1/gateways",
                    AdminClient.json().createObjectNode().put("serial", serial))
                .path("token")
                .asString(),
        Clock.systemUTC());
  }

  private static SensorApiClient newOwner(URI url, Path data, AdminClient admin) {
    var user =
        AdminClient.json()
            .createObjectNode()
            .put("email", OWNER)
            .put("password", OWNERS_PASSWORD)
            .put("fname", "Anna")
            .put("lname", "Maes");
    admin.post("/admin/v1/sensor-users", user);
    var trust = Trust.withAuthorities(data.resolve(Certificates.OWN_CHAIN));
    var http = HttpClient.newBuilder().sslContext(trust).build();
    return new SensorApiClient(http, url, OWNER, OWNERS_PASSWORD);
  }

  private static List<Enrolment> uploadHistories(
      DemoTown town, DemoHouse house, AdminClient admin) {
    try (var bar = ProgressBar.onTerminal("simulate")) {
      var people = town.uploadHistories((done, who) -> bar.show(0.85 * done, who));
      house.uploadHistory((done, what) -> bar.show(0.85 + 0.1 * done, what));
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
    System.out.printf(
        """

        A person's timeline, with the person's own token:
          curl -s -H 'Authorization: Bearer %2$s' '%1$s%5$s'

        The way of one event of it, with roads and speed limits (event_id is in the timeline):
          curl -s -H 'Authorization: Bearer %2$s' '%1$s/v3/users/%3$s/events/EVENT_ID/trajectory'

        Where the person was last, with an API key of the application:
          curl -s -H 'Authorization: Bearer %4$s' '%1$s/v2/users/%3$s/location'

        Who the person is:
          curl -s -H 'Authorization: Bearer %2$s' '%1$s/v2/users/me'
        """,
        url, person.token(), person.userId(), apiKey, timeline(person, 2));
  }

  private static void printSensorCalls(URI url, Path data, DemoHouse.Sources sources) {
    System.out.printf(
        """

        The house's gateways and sensors, as their owner sees them:
          curl -s --cacert %2$s -u %3$s '%1$s/v1/gateways'

        The latest temperatures of the vaccine fridge and the living room:
          curl -s --cacert %2$s -u %3$s '%1$s/v1/measurements?data_sources=%4$d,%5$d&type=latest'

        The fridge's last week, in about 50 groups:
          curl -s --cacert %2$s -u %3$s '%1$s/v1/measurements?data_sources=%4$d&type=range&ticks=50'

        The alarm that watches it, and what one above 5 degrees would have told in the last week:
          curl -s --cacert %2$s -u %3$s '%1$s/v1/alarms'
          curl -s --cacert %2$s -u %3$s '%1$s/v1/alarms/dry_run' -d data_source=%4$d -d value=5 -d direction=above
        """,
        url,
        data.resolve(Certificates.OWN_CHAIN),
        OWNER + ":" + OWNERS_PASSWORD,
        sources.vaccineFridge(),
        sources.livingRoom());
  }

  private static void liveUntilStopped(DemoTown town, DemoHouse house, SensoriumServer server)
      throws InterruptedException {
    var driver = town.newDriver();
    var thread = Thread.ofPlatform().daemon().name("driver").start(driver);
    var gateways = house.newLive();
    Thread.ofPlatform().daemon().name("gateways").start(gateways);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      driver.stop();
                      gateways.stop();
                      server.close();
                      stopped.countDown();
                    }));
    stopped.await();
    thread.join();
  }
}
