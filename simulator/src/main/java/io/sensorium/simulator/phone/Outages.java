package io.sensorium.simulator.phone;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;
import java.time.LocalDate;
import java.time.ZoneId;

/** When a phone reports nothing: short gaps in its fixes, and nights when it is off. */
final class Outages {
  /*
   * Gaps belong to hours and nights to dates, each drawn from its own number alone, so that it does
   * not matter in which order or how often one asks.
   */

  private static final long LONGEST_GAP_MICROS = 600 * Micros.PER_SECOND;

  private final NoiseProfile noise;
  private final ZoneId zone;
  private final Dice gaps;
  private final Dice nights;
  private long knownHour = Long.MIN_VALUE;
  private long gapStartMicros;
  private long gapEndMicros;
  private long nightFromMicros = Long.MAX_VALUE;
  private long nightToMicros = Long.MIN_VALUE;
  private long offStartMicros;
  private long offEndMicros;

  Outages(NoiseProfile noise, ZoneId zone, Dice dice) {
    this.noise = noise;
    this.zone = zone;
    this.gaps = dice.fork("gaps");
    this.nights = dice.fork("nights");
  }

  /** Whether no fix comes, though the phone may be on. */
  boolean isGap(long timeMicros) {
    long hour = Math.floorDiv(timeMicros, Micros.PER_HOUR);
    if (hour != knownHour) {
      drawGap(hour);
    }
    return timeMicros >= gapStartMicros && timeMicros < gapEndMicros;
  }

  private void drawGap(long hour) {
    var dice = gaps.fork(hour);
    knownHour = hour;
    gapStartMicros = Long.MAX_VALUE;
    gapEndMicros = Long.MIN_VALUE;
    if (dice.chance(noise.gapsPerDay() / 24)) {
      double seconds = 10 * StrictMath.pow(60, dice.uniform()); // 10 to 600, short ones oftener
      long latest = Micros.PER_HOUR - LONGEST_GAP_MICROS;
      gapStartMicros = hour * Micros.PER_HOUR + (long) (dice.uniform() * latest);
      gapEndMicros = gapStartMicros + (long) (seconds * Micros.PER_SECOND);
    }
  }

  /** Whether the phone is off. */
  boolean isOff(long timeMicros) {
    if (timeMicros < nightFromMicros || timeMicros >= nightToMicros) {
      drawNight(timeMicros);
    }
    return timeMicros >= offStartMicros && timeMicros < offEndMicros;
  }

  private void drawNight(long timeMicros) {
    var date =
        Micros.toInstant(timeMicros).atZone(zone).toLocalDateTime().minusHours(12).toLocalDate();
    nightFromMicros = localMicros(date, 12, 0);
    nightToMicros = localMicros(date.plusDays(1), 12, 0);
    var dice = nights.fork(date.toEpochDay());
    offStartMicros = Long.MAX_VALUE;
    offEndMicros = Long.MIN_VALUE;
    if (dice.chance(noise.nightOffShare())) {
      offStartMicros = localMicros(date, 22, 30 + dice.below(29));
      offEndMicros = localMicros(date.plusDays(1), 6, dice.below(59));
    }
  }

  private long localMicros(LocalDate date, int hour, int minute) {
    return Micros.of(date.atTime(hour, minute).atZone(zone).toInstant());
  }
}
