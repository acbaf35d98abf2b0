package io.sensorium.benchmarks.live;

import io.sensorium.benchmarks.pipeline.Body;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.Sampling;
import io.sensorium.simulator.truth.TrueSpan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulated day, as a phone sends it: every 30 s the two fixes since, and what else it noticed.
 *
 * @param start when the day begins to the server: an hour ago
 * @param trips trips that it holds, by the simulator
 */
record LiveDay(List<Body> uploads, Instant start, int trips, Uploaded firstTrip) {

  /** The uploads in which somebody set out and arrived, by their places in the day. */
  record Uploaded(int departure, int arrival) {}

  static final int UPLOADS = 24 * 60 * 2;
  static final Duration LENGTH = Duration.ofDays(1);

  private static final Instant SIMULATED = Instant.parse("2026-03-01T23:00:00Z"); // a Monday
  private static final Duration FIX_INTERVAL = Duration.ofSeconds(15);
  private static final int FIXES_PER_UPLOAD = 2;
  private static final long UPLOAD_MICROS = FIXES_PER_UPLOAD * Micros.of(FIX_INTERVAL);

  LiveDay {
    uploads = List.copyOf(uploads);
  }

  static LiveDay of(long seed) throws IOException {
    var history =
        PersonHistory.of(seed, SIMULATED, LENGTH, Sampling.every(FIX_INTERVAL), NoiseProfile.WHOLE);
    var start = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1));
    var shifted = new ShiftedSignals(Duration.between(SIMULATED, start));
    var uploads = new ArrayList<Body>(UPLOADS);
    for (var batch : history.batches(FIXES_PER_UPLOAD).toList()) {
      uploads.add(Body.of("live-" + seed + "-" + uploads.size(), shifted.shift(batch)));
    }
    return new LiveDay(uploads, start, trips(history), firstTrip(history));
  }

  private static int trips(PersonHistory history) {
    var spans = history.truth().spans();
    int trips = 0;
    for (int i = 0; i < spans.size(); i++) {
      boolean begins = i == 0 || spans.get(i - 1) instanceof TrueSpan.Stay;
      trips += begins && spans.get(i) instanceof TrueSpan.Leg ? 1 : 0;
    }
    return trips;
  }

  private static Uploaded firstTrip(PersonHistory history) {
    var legs = history.truth().legs();
    var stayAfter =
        history.truth().stays().stream()
            .filter(stay -> stay.startMicros() > legs.getFirst().startMicros())
            .findFirst()
            .orElseThrow();
    return new Uploaded(upload(legs.getFirst().startMicros()), upload(stayAfter.startMicros()));
  }

  private static int upload(long atMicros) {
    return (int) ((atMicros - Micros.of(SIMULATED)) / UPLOAD_MICROS);
  }
}
