package io.sensorium.simulator.sensing;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Spans of time that come now and then, one within a period at the most. A function of time alone,
 * so that it does not matter in which order or how often one asks.
 */
final class Spells {

  /** One of them; {@code end} is the first instant after it. */
  record Spell(long startMicros, long endMicros) {

    boolean holds(long timeMicros) {
      return timeMicros >= startMicros && timeMicros < endMicros;
    }
  }

  private final Dice dice;
  private final long periodMicros;
  private final double chance;
  private final long shortestMicros;
  private final long longestMicros;

  /**
   * Spells by chance.
   *
   * @param chance that a period has one
   */
  Spells(Dice dice, Duration period, double chance, Duration shortest, Duration longest) {
    this.dice = dice;
    this.periodMicros = micros(period);
    this.chance = chance;
    this.shortestMicros = micros(shortest);
    this.longestMicros = micros(longest);
    if (shortestMicros > longestMicros || longestMicros >= periodMicros) {
      throw new IllegalArgumentException("a spell must fit into its period: " + longest);
    }
  }

  /** The spell that holds an instant. */
  Optional<Spell> findAt(long timeMicros) {
    return find(Math.floorDiv(timeMicros, periodMicros)).filter(spell -> spell.holds(timeMicros));
  }

  boolean isAt(long timeMicros) {
    return findAt(timeMicros).isPresent();
  }

  /** Those that begin within a span, oldest first. */
  List<Spell> list(long fromMicros, long toMicros) {
    var spells = new ArrayList<Spell>();
    long last = Math.floorDiv(toMicros - 1, periodMicros);
    for (long period = Math.floorDiv(fromMicros, periodMicros); period <= last; period++) {
      find(period)
          .filter(spell -> spell.startMicros() >= fromMicros && spell.startMicros() < toMicros)
          .ifPresent(spells::add);
    }
    return spells;
  }

  private Optional<Spell> find(long period) {
    var draw = dice.fork(period);
    if (!draw.chance(chance)) {
      return Optional.empty();
    }
    double share = draw.uniform();
    long length = shortestMicros + (long) (share * share * (longestMicros - shortestMicros));
    long start = period * periodMicros + (long) (draw.uniform() * (periodMicros - length));
    return Optional.of(new Spell(start, start + length));
  }

  private static long micros(Duration duration) {
    return duration.toMillis() * Micros.PER_MILLI;
  }
}
