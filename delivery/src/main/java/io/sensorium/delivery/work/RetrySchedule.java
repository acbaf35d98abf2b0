package io.sensorium.delivery.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The pauses before the attempts after the first, each up to a fifth longer by chance, so that what
 * failed together does not come again together.
 */
public final class RetrySchedule {

  /** 11 attempts over at least 75 hours; see docs/protocols/callbacks.md. */
  public static final RetrySchedule DEFAULT =
      new RetrySchedule(
          List.of(
              Duration.ofSeconds(5),
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(20),
              Duration.ofHours(24)));

  private static final double JITTER_RATIO = 0.2;
  private static final Duration FIRST_HOLD = Duration.ofSeconds(5);
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(5);
  private static final int MAX_DOUBLINGS = 16;

  private final List<Duration> pauses;

  public RetrySchedule(List<Duration> pauses) {
    this.pauses = List.copyOf(pauses);
  }

  /** All pauses, without jitter. */
  public List<Duration> pauses() {
    return pauses;
  }

  /** The pause after so many attempts; empty when there were enough. */
  public Optional<Duration> pauseAfter(int attempts, RandomGenerator random) {
    if (attempts > pauses.size()) {
      return Optional.empty();
    }
    var pause = pauses.get(attempts - 1);
    long jitterMillis = (long) (pause.toMillis() * JITTER_RATIO * random.nextDouble());
    return Optional.of(pause.plusMillis(jitterMillis));
  }

  /**
   * How long nothing at all is sent to somebody who failed so many times in a row: not at all after
   * one failure, then 5 seconds, doubled with each, up to 5 minutes.
   */
  public static Duration hold(int failuresInRow) {
    if (failuresInRow < 2) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failuresInRow - 2, MAX_DOUBLINGS);
    var hold = FIRST_HOLD.multipliedBy(1L << doublings);
    return hold.compareTo(LONGEST_HOLD) < 0 ? hold : LONGEST_HOLD;
  }
}
