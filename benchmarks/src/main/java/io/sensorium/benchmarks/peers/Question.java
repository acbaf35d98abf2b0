package io.sensorium.benchmarks.peers;

import java.time.Duration;
import java.time.Instant;

/** What a client wants to know of the series. */
public sealed interface Question {

  /**
   * The last measurement of each series.
   *
   * @param series how many; a peer may answer for all that there are
   * @param now when it is asked
   */
  record Latest(int series, Instant now) implements Question {}

  /** The extremes of a series within a period. */
  record Extremes(int series, Instant from, Instant to) implements Question {}

  /** The mean and the extremes of each part of a period. */
  record Ticks(int series, Instant from, Instant to, Duration width) implements Question {}
}
