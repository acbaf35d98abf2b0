package io.sensorium.server.demo;

import io.sensorium.server.Progress;
import io.sensorium.simulator.LiveDriver;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.Simulation;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.Sampling;
import io.sensorium.simulator.upload.DeviceClient;
import io.sensorium.simulator.upload.Enrolment;
import io.sensorium.simulator.upload.Upload;
import io.sensorium.simulator.upload.UploadPlan;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** People whose phones upload some weeks of history, and one who drives about now. */
public final class DemoTown {

  private static final int PEOPLE = 3;
  private static final Duration HISTORY = Duration.ofDays(14);
  private static final Duration BETWEEN_FIXES = Duration.ofSeconds(15);
  private static final int FIXES_PER_BATCH = 2_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Simulation simulation;
  private final URI server;
  private final String applicationId;
  private final String applicationSecret;
  private final Clock clock;

  /** The town of a seed, and those who live in it. */
  public static Simulation simulation(long seed) {
    return Simulation.town(seed, PEOPLE + 1);
  }

  /** A town whose people are users of an application of a server. */
  public DemoTown(
      Simulation simulation,
      URI server,
      String applicationId,
      String applicationSecret,
      Clock clock) {
    this.simulation = simulation;
    this.server = server;
    this.applicationId = applicationId;
    this.applicationSecret = applicationSecret;
    this.clock = clock;
  }

  /** Uploads the histories, some of them late and twice as in life; ends yesterday at midnight. */
  public List<Enrolment> uploadHistories(Progress progress) {
    var end = clock.instant().truncatedTo(ChronoUnit.DAYS);
    var enrolments = new ArrayList<Enrolment>();
    for (int person = 0; person < PEOPLE; person++) {
      var client = newClient();
      enrolments.add(client.enrolment());
      upload(person, end, client, progress);
    }
    return enrolments;
  }

  /** Somebody who sets off now; run it in a thread of its own. */
  public LiveDriver newDriver() {
    return new LiveDriver(simulation.people().get(PEOPLE), newClient(), clock);
  }

  private void upload(int person, Instant end, DeviceClient client, Progress progress) {
    var history =
        simulation.history(
            person,
            end.minus(HISTORY),
            HISTORY,
            Sampling.every(BETWEEN_FIXES),
            NoiseProfile.ORDINARY);
    double batches = (double) HISTORY.dividedBy(BETWEEN_FIXES) / FIXES_PER_BATCH;
    int[] sent = {0};
    uploads(history, person)
        .forEach(
            upload -> {
              client.upload(upload);
              double doneRatio = (person + Math.min(1, ++sent[0] / batches)) / PEOPLE;
              progress.show(doneRatio, simulation.people().get(person).name());
            });
  }

  private static Stream<Upload> uploads(PersonHistory history, int person) {
    return UploadPlan.ORDINARY.uploads(history.batches(FIXES_PER_BATCH), person);
  }

  private DeviceClient newClient() {
    return DeviceClient.of(http, server).enrol(applicationId, applicationSecret);
  }
}
