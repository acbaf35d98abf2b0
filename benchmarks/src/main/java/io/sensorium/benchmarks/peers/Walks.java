package io.sensorium.benchmarks.peers;

import io.sensorium.simulator.random.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Series that walk at random, one step at each of their times. For one thread, as it goes on from
 * round to round; the same seed walks the same way.
 */
public final class Walks {

  /**
   * The kind of load.
   *
   * @param series how many walk
   * @param interval between two measurements of a series
   * @param jitterMillis how far a measurement may be from its time, to either side
   * @param stepHundredths the standard deviation of a step, in hundredths of the unit
   */
  public record Shape(int series, Duration interval, int jitterMillis, double stepHundredths) {}

  /** Takes the rows of a walk. */
  public interface Sink {

    void row(int series, long timeMillis, int hundredths);
  }

  private static final int LOWEST = 1_500;
  private static final int SPAN = 1_500;

  private final Shape shape;
  private final Dice dice;
  private final int[] hundredths;
  private final int[] lowest;
  private final int[] highest;
  private long nextMillis;

  public Walks(Shape shape, Instant start, long seed) {
    this.shape = shape;
    this.dice = new Dice(seed).fork("walks");
    this.hundredths = new int[shape.series()];
    for (int i = 0; i < hundredths.length; i++) {
      hundredths[i] = LOWEST + dice.below(SPAN);
    }
    lowest = new int[hundredths.length];
    highest = new int[hundredths.length];
    Arrays.fill(lowest, Integer.MAX_VALUE);
    Arrays.fill(highest, Integer.MIN_VALUE);
    nextMillis = start.toEpochMilli();
  }

  /** Moves each series on by one step. */
  public void round(Sink sink) {
    int jitters = 2 * shape.jitterMillis() + 1;
    for (int series = 0; series < hundredths.length; series++) {
      int value = hundredths[series] + (int) Math.rint(dice.gaussian(0, shape.stepHundredths()));
      long millis = nextMillis + dice.below(jitters) - shape.jitterMillis();
      hundredths[series] = value;
      lowest[series] = Math.min(lowest[series], value);
      highest[series] = Math.max(highest[series], value);
      sink.row(series, millis, value);
    }
    nextMillis += shape.interval().toMillis();
  }

  public Shape shape() {
    return shape;
  }

  /** What a series measured last, as it was written. */
  public String last(int series) {
    return RowFormat.decimal(hundredths[series]);
  }

  /** The least that a series measured. */
  public String lowest(int series) {
    return RowFormat.decimal(lowest[series]);
  }

  public String highest(int series) {
    return RowFormat.decimal(highest[series]);
  }

  /** When the next round is due, but for its jitter. */
  public Instant next() {
    return Instant.ofEpochMilli(nextMillis);
  }
}
