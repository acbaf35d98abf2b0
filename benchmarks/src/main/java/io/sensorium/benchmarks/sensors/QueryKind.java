package io.sensorium.benchmarks.sensors;

import io.sensorium.benchmarks.peers.Question;
import java.time.Duration;
import java.time.Instant;

/** The questions that clients ask most. */
enum QueryKind {
  LATEST("latest of 100 sources") {
    @Override
    Question question(int number, Instant from, Instant to) {
      return new Question.Latest(SERIES, to.plusSeconds(number));
    }
  },
  EXTREMES("min_max of a year") {
    @Override
    Question question(int number, Instant from, Instant to) {
      return new Question.Extremes(number % SERIES, from.plus(shift(number)), to);
    }
  },
  /** Each time of another width, so that no part of a former answer serves for it. */
  TICKS("200 ticks of a year") {
    @Override
    Question question(int number, Instant from, Instant to) {
      return new Question.Ticks(number % SERIES, from, to, TICK.minus(shift(number)));
    }
  },
  /** As a chart that is looked at again: caches may help. */
  SAME_TICKS("the same 200 ticks again") {
    @Override
    Question question(int number, Instant from, Instant to) {
      return new Question.Ticks(number % SERIES, from.plus(shift(number)), to, TICK);
    }
  };

  static final int SERIES = 100;

  private static final Duration TICK = Duration.ofDays(2); // about a 200th of a year

  private final String title;

  QueryKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /**
   * One of many.
   *
   * @param number from 0 on; but for the ticks that are asked for again, no two ask for the same,
   *     so that none is answered from memory
   */
  abstract Question question(int number, Instant from, Instant to);

  /** A measurement longer each time that all series have been asked for. */
  private static Duration shift(int number) {
    return Duration.ofMinutes(15L * (number / SERIES));
  }
}
