package io.sensorium.benchmarks.month;

import io.sensorium.benchmarks.pipeline.Body;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.Sampling;
import io.sensorium.simulator.truth.Truth;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A person's month, ready to be sent. */
record SimulatedMonth(PersonHistory history, List<Body> batches, int fixes, Truth truth) {

  private static final Instant START = Instant.parse("2026-03-01T23:00:00Z"); // midnight in Ghent
  private static final Duration LENGTH = Duration.ofDays(30);
  private static final Duration INTERVAL = Duration.ofSeconds(15);
  private static final int ITEMS_PER_BATCH = 10_000; // the most that the API takes
  private static final int FIXES_PER_PIECE = 250;

  SimulatedMonth {
    batches = List.copyOf(batches);
  }

  static PersonHistory history(long seed, NoiseProfile noise) {
    return PersonHistory.of(seed, START, LENGTH, Sampling.every(INTERVAL), noise);
  }

  static SimulatedMonth of(long seed, NoiseProfile noise) throws IOException {
    var history = history(seed, noise);
    var batches = new ArrayList<Body>();
    int fixes = 0;
    var batch = new ArrayList<Signals>();
    int items = 0;
    for (var piece : history.batches(FIXES_PER_PIECE).toList()) {
      if (items + piece.itemCount() > ITEMS_PER_BATCH) {
        batches.add(body(seed, batches.size(), batch));
        batch.clear();
        items = 0;
      }
      batch.add(piece);
      items += piece.itemCount();
      fixes += piece.fixes().size();
    }
    batches.add(body(seed, batches.size(), batch));
    return new SimulatedMonth(history, batches, fixes, history.truth());
  }

  private static Body body(long seed, int number, List<Signals> parts) throws IOException {
    return Body.of("month-" + seed + "-" + number, Signals.concat(parts));
  }

  Interval when() {
    return new Interval(Micros.of(history.start()), Micros.of(history.end()));
  }
}
