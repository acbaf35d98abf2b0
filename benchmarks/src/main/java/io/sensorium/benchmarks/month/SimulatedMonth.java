package io.sensorium.benchmarks.month;

import io.sensorium.benchmarks.metrics.Pairs;
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
import java.util.List;

/** A person's month, ready to be sent. */
public record SimulatedMonth(PersonHistory history, List<Body> batches, int fixes, Truth truth) {

  private static final Instant START = Instant.parse("2026-03-01T23:00:00Z"); // midnight in Ghent
  private static final Duration LENGTH = Duration.ofDays(30);
  private static final Duration INTERVAL = Duration.ofSeconds(15);
  private static final double SAME_STAY_IOU = 0.5;

  /** A part of a batch. */
  public static final int FIXES_PER_PIECE = 250;

  public SimulatedMonth {
    batches = List.copyOf(batches);
  }

  /** The month of a seed's person. */
  public static PersonHistory history(long seed, NoiseProfile noise) {
    return PersonHistory.of(seed, START, LENGTH, Sampling.every(INTERVAL), noise);
  }

  static SimulatedMonth of(long seed, NoiseProfile noise) throws IOException {
    var history = history(seed, noise);
    return of(history, "month-" + seed, history.batches(FIXES_PER_PIECE).toList());
  }

  /**
   * A month of which the phone reports other signals than the simulator drew.
   *
   * @param name distinguishes its batches
   * @param pieces the signals in order of arrival, in parts much smaller than a batch
   */
  public static SimulatedMonth of(PersonHistory history, String name, List<Signals> pieces)
      throws IOException {
    int fixes = pieces.stream().mapToInt(piece -> piece.fixes().size()).sum();
    return new SimulatedMonth(history, Body.batches(name, pieces), fixes, history.truth());
  }

  /** Found stays, each with the true stay that it stands for. */
  public static Pairs pairStays(Truth truth, List<Interval> found) {
    var stays =
        truth.stays().stream()
            .map(stay -> new Interval(stay.startMicros(), stay.endMicros()))
            .toList();
    return Pairs.byOverlap(stays, found, SAME_STAY_IOU);
  }

  /** The whole month. */
  public Interval when() {
    return new Interval(Micros.of(history.start()), Micros.of(history.end()));
  }
}
