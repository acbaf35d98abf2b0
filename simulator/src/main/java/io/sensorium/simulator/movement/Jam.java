package io.sensorium.simulator.movement;

import io.sensorium.simulator.random.Dice;
import java.util.ArrayList;
import java.util.List;

/** Stop-and-go traffic over a stretch of the way; it costs a few minutes. */
public final class Jam {

  private Jam() {}

  /** Draws a jam somewhere on a way, or none when the way is too short for one. */
  public static List<Slowdown> draw(double routeMeters, Dice dice) {
    double stretchMeters = dice.uniform(200, 600);
    if (routeMeters < 3 * stretchMeters) {
      return List.of();
    }
    double start = dice.uniform(0.3, 0.6) * routeMeters;
    var slowdowns = new ArrayList<Slowdown>();
    for (double at = start; at < start + stretchMeters; at += dice.uniform(15, 60)) {
      slowdowns.add(Slowdown.halt(at, dice.uniform(2, 25)));
    }
    slowdowns.add(Slowdown.halt(start + stretchMeters, dice.uniform(20, 200)));
    return slowdowns;
  }
}
