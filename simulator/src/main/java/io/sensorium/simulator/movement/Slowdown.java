package io.sensorium.simulator.movement;

/**
 * A point of the way that may be passed at most at a speed, and where a mover may have to halt.
 *
 * @param haltSeconds how long to stand there, 0 for not at all
 */
public record Slowdown(double alongMeters, double maxMps, double haltSeconds)
    implements Comparable<Slowdown> {

  /** A halt, such as a bus stop. */
  public static Slowdown halt(double alongMeters, double seconds) {
    return new Slowdown(alongMeters, 0, seconds);
  }

  @Override
  public int compareTo(Slowdown other) {
    int order = Double.compare(alongMeters, other.alongMeters);
    order = order != 0 ? order : Double.compare(maxMps, other.maxMps);
    return order != 0 ? order : Double.compare(haltSeconds, other.haltSeconds);
  }
}
