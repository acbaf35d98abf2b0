package io.sensorium.simulator.climate;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A door that is opened now and then within some hours of the day. A function of time alone. */
public final class Door {

  /**
   * When a door is used.
   *
   * @param fromHour of the local day
   * @param toHour of the local day, exclusive
   * @param openingsPerHour on average, within those hours
   * @param longest how long it stays open at the most
   */
  public record Use(int fromHour, int toHour, double openingsPerHour, Duration longest) {}

  /** A time in which the door is open. */
  public record Opening(long startMicros, long endMicros) {}

  private static final long SHORTEST_MICROS = 5 * Micros.PER_SECOND;

  private final Use use;
  private final ZoneId zone;
  private final Dice dice;
  private long knownHour = Long.MIN_VALUE;
  private List<Opening> known = List.of();

  public Door(Use use, ZoneId zone, Dice dice) {
    this.use = use;
    this.zone = zone;
    this.dice = dice;
  }

  public boolean isOpen(long timeMicros) {
    long hour = Math.floorDiv(timeMicros, Micros.PER_HOUR);
    if (hour != knownHour) {
      knownHour = hour;
      known = openings(hour);
    }
    for (var opening : known) {
      if (timeMicros >= opening.startMicros() && timeMicros < opening.endMicros()) {
        return true;
      }
    }
    return false;
  }

  /** The openings that begin in an hour since 1970, in order; each ends before the next begins. */
  public List<Opening> openings(long hour) {
    long hourMicros = hour * Micros.PER_HOUR;
    int local = Micros.toInstant(hourMicros).atZone(zone).getHour();
    if (local < use.fromHour() || local >= use.toHour()) {
      return List.of();
    }
    var chance = dice.fork(hour);
    int slots = (int) Math.ceil(2 * use.openingsPerHour());
    long slotMicros = Micros.PER_HOUR / slots;
    var openings = new ArrayList<Opening>();
    for (int slot = 0; slot < slots; slot++) {
      if (chance.chance(use.openingsPerHour() / slots)) {
        openings.add(opening(hourMicros + slot * slotMicros, slotMicros, chance));
      }
    }
    return List.copyOf(openings);
  }

  private Opening opening(long slotStartMicros, long slotMicros, Dice chance) {
    long longest = Math.min(use.longest().toMillis() * Micros.PER_MILLI, slotMicros / 2);
    long length = SHORTEST_MICROS + (long) (chance.uniform() * (longest - SHORTEST_MICROS));
    long start = slotStartMicros + (long) (chance.uniform() * (slotMicros - length - 1));
    return new Opening(start, start + length);
  }
}
