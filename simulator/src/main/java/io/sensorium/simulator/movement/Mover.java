package io.sensorium.simulator.movement;

import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.random.Drift;
import io.sensorium.simulator.town.RoadClass;
import io.sensorium.simulator.town.Route;
import java.util.ArrayList;
import java.util.List;

/** Moves somebody along a route: limits, bends, red lights, halts, and an uneven foot. */
public final class Mover {
  /*
   * One dimension, half-second steps. The speed is the least of what the limit, the mover's own
   * wish and the braking curve before each slowdown ahead allow; it rises by the acceleration.
   */

  private static final double CRAWL_MPS = 0.6;
  private static final double WISH_TAU_SECONDS = 20;
  private static final double WISH_SIGMA = 0.07;
  private static final int LOOK_AHEAD_SLOWDOWNS = 12;

  private final Gait gait;
  private final Dice dice;

  public Mover(Gait gait, Dice dice) {
    this.gait = gait;
    this.dice = dice;
  }

  /** Goes the whole route, with further slowdowns beside those that the way itself has. */
  public Trace go(Route route, long startMicros, List<Slowdown> more) {
    var slowdowns = new ArrayList<>(more);
    addBends(route, slowdowns);
    slowdowns.add(Slowdown.halt(route.lengthMeters(), 0));
    slowdowns.sort(null);
    return new Run(route, slowdowns).trace(startMicros);
  }

  private void addBends(Route route, List<Slowdown> slowdowns) {
    var vertices = route.vertices();
    for (int i = 1; i < vertices.size() - 1; i++) {
      var vertex = vertices.get(i);
      double in = vertices.get(i - 1).at().bearingDegTo(vertex.at());
      double out = vertex.at().bearingDegTo(vertices.get(i + 1).at());
      double turnDeg = Math.abs((out - in + 540) % 360 - 180);
      if (gait.hasWheels() && vertex.on().road() != RoadClass.RAIL && turnDeg > 25) {
        double maxMps = turnDeg > 60 ? dice.uniform(4, 6.5) : dice.uniform(7, 11);
        slowdowns.add(new Slowdown(vertex.alongMeters(), maxMps, 0));
      }
      if (vertex.signal() && dice.chance(gait.signalHaltRatio())) {
        slowdowns.add(Slowdown.halt(vertex.alongMeters(), dice.uniform(4, 45)));
      }
    }
  }

  private final class Run {

    private final Route route;
    private final List<Slowdown> slowdowns;
    private final Drift wish = new Drift(dice);
    private final Trace.Builder steps = new Trace.Builder();
    private int next;
    private double along;
    private double speedMps;

    Run(Route route, List<Slowdown> slowdowns) {
      this.route = route;
      this.slowdowns = slowdowns;
    }

    Trace trace(long startMicros) {
      while (next < slowdowns.size()) {
        step();
      }
      return steps.build(route, startMicros);
    }

    private void step() {
      double faster = speedMps + gait.accelerationMps2() * Trace.STEP_SECONDS;
      speedMps = Math.max(Math.min(faster, wishedMps()), 0.1);
      brakeForSlowdowns();
      along += speedMps * Trace.STEP_SECONDS;
      passSlowdowns();
    }

    private double wishedMps() {
      double mood = 1 + WISH_SIGMA * wish.advance(Trace.STEP_SECONDS, WISH_TAU_SECONDS);
      double limit = gait.limitRatio() * route.roadwayAt(along).limitMps();
      boolean limited = gait.mode() != TransportMode.BIKING && gait.hasWheels();
      return mood * (limited ? Math.min(gait.maxMps(), limit) : gait.maxMps());
    }

    private void brakeForSlowdowns() {
      int last = Math.min(slowdowns.size(), next + LOOK_AHEAD_SLOWDOWNS);
      for (int i = next; i < last; i++) {
        var ahead = slowdowns.get(i);
        double left = Math.max(0, ahead.alongMeters() - along);
        double allowed =
            Math.sqrt(ahead.maxMps() * ahead.maxMps() + 2 * gait.brakingMps2() * 0.9 * left);
        speedMps = Math.min(speedMps, Math.max(CRAWL_MPS, allowed));
      }
    }

    private void passSlowdowns() {
      while (next < slowdowns.size() && along >= slowdowns.get(next).alongMeters()) {
        var passed = slowdowns.get(next++);
        if (passed.maxMps() == 0) {
          along = passed.alongMeters();
          speedMps = 0;
          steps.add(along);
          stand(passed.haltSeconds());
          return;
        }
      }
      steps.add(along);
    }

    private void stand(double seconds) {
      for (double stood = 0; stood < seconds; stood += Trace.STEP_SECONDS) {
        steps.add(along);
      }
    }
  }
}
