package io.sensorium.simulator.rides;

import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.random.Drift;
import io.sensorium.simulator.town.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is, second by second, and by which mode: wherever it leads, or along a line that
 * is given. Mutable while it grows.
 */
final class Way {

  private static final double WOBBLE_TAU_SECONDS = 12;
  private static final double BEND_TAU_SECONDS = 20;
  private static final double BRAKE_OVER_ACCELERATION = 1.25;

  /** Seconds {@code from} (inclusive) to {@code to} (exclusive) by one mode. */
  record Part(int from, int to, TransportMode mode) {}

  private final Dice dice;
  private final @Nullable Line line;
  private final List<Part> parts = new ArrayList<>();
  private double[] east = new double[4_096];
  private double[] north = new double[4_096];
  private double[] mps = new double[4_096];
  private int seconds;
  private double x;
  private double y;
  private double headingRad;
  private double meters;

  Way(Dice dice) {
    this(dice, null);
  }

  /** A way that ends where the line does. */
  Way(Dice dice, @Nullable Line line) {
    this.dice = dice;
    this.line = line;
    this.headingRad = dice.uniform(0, 2 * Math.PI);
  }

  int seconds() {
    return seconds;
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  Point point(int second) {
    return new Point(east[second], north[second]);
  }

  double mps(int second) {
    return mps[second];
  }

  TransportMode mode(int second) {
    for (var part : parts) {
      if (second < part.to()) {
        return part.mode();
      }
    }
    return TransportMode.IDLE;
  }

  void rest(double forSeconds) {
    int from = seconds;
    halt(forSeconds);
    parts.add(new Part(from, seconds, TransportMode.IDLE));
  }

  /** Moves by one mode, through several paces one after the other. */
  void move(TransportMode mode, List<Pace> paces, double forSeconds) {
    int from = seconds;
    int until = seconds + (int) forSeconds;
    headingRad += dice.uniform(-1.5, 1.5);
    for (int i = 0; i < paces.size(); i++) {
      int part = from + (until - from) * (i + 1) / paces.size();
      while (seconds < part && !isAtEnd()) {
        double meters = paces.get(i).stretch().draw(dice);
        stretch(paces.get(i), meters, part);
        if (seconds < part) {
          halt(Math.min(paces.get(i).halt().draw(dice), part - seconds));
        }
      }
    }
    parts.add(new Part(from, seconds, mode));
  }

  private void halt(double forSeconds) {
    for (int i = 0; i < forSeconds; i++) {
      step(0);
    }
  }

  private void stretch(Pace pace, double meters, int until) {
    double cruise = pace.cruiseMps() * Math.max(0.4, dice.gaussian(1, pace.spreadRatio()));
    var wobble = new Drift(dice.fork(seconds));
    var bend = new Drift(dice.fork(-1L - seconds));
    double left = meters;
    double speed = 0;
    while (left > 1 && seconds < until && !isAtEnd()) {
      double braking = Math.sqrt(2 * BRAKE_OVER_ACCELERATION * pace.accelerationMps2() * left);
      double wanted = cruise + pace.wobbleMps() * wobble.advance(1, WOBBLE_TAU_SECONDS);
      double reachable = Math.min(wanted, speed + pace.accelerationMps2());
      speed = Math.max(0.3, Math.min(reachable, braking));
      turn(pace, bend.advance(1, BEND_TAU_SECONDS), speed);
      step(speed);
      left -= speed;
    }
  }

  private void turn(Pace pace, double bend, double speed) {
    headingRad += Math.toRadians(bend * pace.bendDegPerMeter() * speed);
    if (dice.chance(pace.turnsPerKilometer() * speed / 1_000)) {
      headingRad += (dice.chance(0.5) ? 1 : -1) * dice.uniform(1.2, 1.8);
    }
  }

  private boolean isAtEnd() {
    return line != null && meters >= line.lengthMeters();
  }

  private void step(double speed) {
    meters += speed;
    if (line == null) {
      x += speed * StrictMath.sin(headingRad);
      y += speed * StrictMath.cos(headingRad);
    } else {
      var point = line.at(meters);
      x = point.eastMeters();
      y = point.northMeters();
    }
    if (seconds == east.length) {
      east = Arrays.copyOf(east, 2 * seconds);
      north = Arrays.copyOf(north, 2 * seconds);
      mps = Arrays.copyOf(mps, 2 * seconds);
    }
    east[seconds] = x;
    north[seconds] = y;
    mps[seconds++] = speed;
  }
}
