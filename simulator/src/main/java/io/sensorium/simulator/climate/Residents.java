package io.sensorium.simulator.climate;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/** How many people are in a house: away on working days, about on the others. */
public final class Residents {

  private final int people;
  private final ZoneId zone;
  private final Dice dice;
  private long knownDay = Long.MIN_VALUE;
  private Day day = new Day(0, 0, 0, 0);

  /** Hours of the day in which somebody leaves, comes back, gets up and goes to bed. */
  private record Day(double leaveHour, double returnHour, double riseHour, double bedHour) {

    boolean isAway(double hour) {
      return hour >= leaveHour && hour < returnHour;
    }

    boolean isAwake(double hour) {
      return hour >= riseHour && hour < bedHour;
    }
  }

  public Residents(int people, ZoneId zone, Dice dice) {
    this.people = people;
    this.zone = zone;
    this.dice = dice;
  }

  int present(long timeMicros) {
    return day(timeMicros).isAway(hour(timeMicros)) ? 0 : people;
  }

  /** Whether somebody is at home and up. */
  boolean isLively(long timeMicros) {
    double hour = hour(timeMicros);
    var plan = day(timeMicros);
    return plan.isAwake(hour) && !plan.isAway(hour);
  }

  private Day day(long timeMicros) {
    var date = LocalDate.ofInstant(Micros.toInstant(timeMicros), zone);
    if (date.toEpochDay() != knownDay) {
      knownDay = date.toEpochDay();
      day = draw(date);
    }
    return day;
  }

  private Day draw(LocalDate date) {
    var chance = dice.fork(date.toEpochDay());
    boolean isFree = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    double rise = (isFree ? 8.2 : 6.6) + chance.gaussian(0, 0.3);
    double leave = isFree ? chance.uniform(10, 14) : rise + chance.uniform(0.8, 1.5);
    double stayed = isFree ? chance.uniform(1, 4) : chance.uniform(8, 10);
    return new Day(leave, leave + stayed, rise, 22.8 + chance.gaussian(0, 0.4));
  }

  private double hour(long timeMicros) {
    return Micros.toInstant(timeMicros).atZone(zone).toLocalTime().toNanoOfDay() / 3.6e12;
  }
}
