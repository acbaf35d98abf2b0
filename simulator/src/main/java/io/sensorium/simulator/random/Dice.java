package io.sensorium.simulator.random;

import java.util.List;

/**
 * A seeded source of chance. Not safe for use by many threads.
 *
 * <p>{@link #fork} derives a further source from the seed alone, not from what was drawn before, so
 * that a draw more in one part of the world leaves all other parts as they were.
 */
public final class Dice {
  /*
   * SplitMix64 (Steele, Lea, Flood 2014) and Marsaglia's polar method with StrictMath, written out:
   * the JDK leaves the algorithms of its Gaussian draws open, and seeds must keep their meaning.
   */

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long state;
  private double spareGaussian = Double.NaN;

  public Dice(long seed) {
    this.seed = seed;
    this.state = mix(seed);
  }

  /** A source of its own for a named part of the world. */
  public Dice fork(String part) {
    long hash = 1125899906842597L;
    for (int i = 0; i < part.length(); i++) {
      hash = 31 * hash + part.charAt(i);
    }
    return fork(hash);
  }

  /** A source of its own for a numbered part of the world. */
  public Dice fork(long part) {
    return new Dice(mix(seed + GAMMA * mix(part + GAMMA)));
  }

  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  /** 0 (inclusive) to 1 (exclusive). */
  public double uniform() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  public double uniform(double from, double to) {
    return from + (to - from) * uniform();
  }

  /** A whole number from 0 (inclusive) to {@code bound} (exclusive). */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  public boolean chance(double probability) {
    return uniform() < probability;
  }

  public <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /** Standard normal. */
  public double gaussian() {
    if (!Double.isNaN(spareGaussian)) {
      double spare = spareGaussian;
      spareGaussian = Double.NaN;
      return spare;
    }
    double x;
    double y;
    double square;
    do {
      x = uniform(-1, 1);
      y = uniform(-1, 1);
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
    spareGaussian = y * factor;
    return x * factor;
  }

  public double gaussian(double mean, double sigma) {
    return mean + sigma * gaussian();
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
