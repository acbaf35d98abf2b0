package io.sensorium.simulator.phone;

import io.sensorium.simulator.people.Episode;
import java.time.Duration;

/** When a phone measures where it is. */
public sealed interface Sampling {

  /** The next instant to measure at, after one that lies in {@code episode}. */
  long nextMicros(long timeMicros, Episode episode);

  /** The usual time between two fixes, by which jitter and memory are scaled. */
  Duration interval();

  static Sampling every(Duration interval) {
    return new Every(interval);
  }

  /** A fix per second, as while recording a drive. */
  static Sampling everySecond() {
    return new Every(Duration.ofSeconds(1));
  }

  /** A fix per quarter of an hour, as in the lowest power mode. */
  static Sampling heartbeat() {
    return new Every(Duration.ofMinutes(15));
  }

  /** As most phones do: often on the way, hardly ever at rest, a little late on waking. */
  static Sampling adaptive() {
    return new Adaptive(
        Duration.ofSeconds(5),
        Duration.ofMinutes(15),
        Duration.ofMinutes(3),
        Duration.ofSeconds(60));
  }

  /** At even times. */
  record Every(Duration interval) implements Sampling {

    public Every {
      requirePositive(interval);
    }

    @Override
    public long nextMicros(long timeMicros, Episode episode) {
      return timeMicros + micros(interval);
    }
  }

  /**
   * Often while moving, seldom at rest.
   *
   * @param interval between fixes while moving
   * @param atRest between fixes while staying
   * @param settling how long after arriving the phone goes on measuring often
   * @param waking how long after leaving it notices
   */
  record Adaptive(Duration interval, Duration atRest, Duration settling, Duration waking)
      implements Sampling {

    public Adaptive {
      requirePositive(interval);
      requirePositive(atRest);
    }

    @Override
    public long nextMicros(long timeMicros, Episode episode) {
      return switch (episode) {
        case Episode.Leg _ -> timeMicros + micros(interval);
        case Episode.Stay stay -> {
          boolean settled = timeMicros >= stay.startMicros() + micros(settling);
          long next = timeMicros + micros(settled ? atRest : interval);
          long noticed = Math.max(stay.endMicros() + micros(waking), timeMicros + micros(interval));
          yield Math.min(next, noticed);
        }
      };
    }
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }

  private static void requirePositive(Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException("intervals must be positive: " + duration);
    }
  }
}
