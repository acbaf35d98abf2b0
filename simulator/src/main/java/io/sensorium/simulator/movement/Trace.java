package io.sensorium.simulator.movement;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.town.Point;
import io.sensorium.simulator.town.Roadway;
import io.sensorium.simulator.town.Route;
import java.util.Arrays;

/** How far along a route somebody is, at each half second from its start to its end. */
public final class Trace {

  static final double STEP_SECONDS = 0.5;
  private static final long STEP_MICROS = Micros.PER_SECOND / 2;
  private static final double AHEAD_METERS = 2;

  private final Route route;
  private final long startMicros;
  private final double[] alongMeters;

  private Trace(Route route, long startMicros, double[] alongMeters) {
    this.route = route;
    this.startMicros = startMicros;
    this.alongMeters = alongMeters;
  }

  /** Standing at a point for a time. */
  public static Trace standing(Point at, long startMicros, double seconds) {
    var route = new Route.Builder().add(at, Roadway.YARD, false);
    return new Trace(route.build(), startMicros, new double[(int) (seconds / STEP_SECONDS) + 2]);
  }

  public Route route() {
    return route;
  }

  public long startMicros() {
    return startMicros;
  }

  public long endMicros() {
    return startMicros + (alongMeters.length - 1) * STEP_MICROS;
  }

  public double lengthMeters() {
    return alongMeters[alongMeters.length - 1];
  }

  /** The way done until an instant. */
  public double alongMetersAt(long timeMicros) {
    double steps = stepsAt(timeMicros);
    int step = stepBefore(steps);
    double fraction = Math.clamp(steps - step, 0, 1);
    return alongMeters[step] + (alongMeters[step + 1] - alongMeters[step]) * fraction;
  }

  /** The state at an instant; before the start and after the end, that of standing there. */
  public Motion at(long timeMicros) {
    double steps = stepsAt(timeMicros);
    int step = stepBefore(steps);
    double along = alongMetersAt(timeMicros);
    boolean outside = steps < 0 || steps > alongMeters.length - 1;
    double speedMps = (alongMeters[step + 1] - alongMeters[step]) / STEP_SECONDS;
    return new Motion(route.positionAt(along), outside ? 0 : speedMps, bearingDegAt(along));
  }

  private double stepsAt(long timeMicros) {
    return (double) (timeMicros - startMicros) / STEP_MICROS;
  }

  private int stepBefore(double steps) {
    return (int) Math.clamp(Math.floor(steps), 0, alongMeters.length - 2);
  }

  private double bearingDegAt(double along) {
    double end = route.lengthMeters();
    double ahead = Math.min(end, along + AHEAD_METERS / 2);
    double behind = Math.max(0, ahead - AHEAD_METERS);
    return route.positionAt(behind).bearingDegTo(route.positionAt(ahead));
  }

  /** Collects steps; may not be used again after {@link #build}. */
  static final class Builder {

    private double[] alongMeters = new double[256];
    private int size = 1;

    void add(double along) {
      if (size == alongMeters.length) {
        alongMeters = Arrays.copyOf(alongMeters, size * 2);
      }
      alongMeters[size++] = along;
    }

    Trace build(Route route, long startMicros) {
      if (size == 1) {
        add(0);
      }
      return new Trace(route, startMicros, Arrays.copyOf(alongMeters, size));
    }
  }
}
