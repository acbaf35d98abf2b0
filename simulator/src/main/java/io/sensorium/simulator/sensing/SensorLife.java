package io.sensorium.simulator.sensing;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** What one sensor measures, in order, until it dies. */
final class SensorLife implements Iterator<Reading> {
  /*
   * A sensor counts by its own crystal: it begins its intervals at a phase of its own, and each
   * measurement is some hundred milliseconds off. All is drawn from the slot's number alone.
   */

  private static final double JITTER_SIGMA_MICROS = 180 * Micros.PER_MILLI;
  private static final long MOST_JITTER_MICROS = 900 * Micros.PER_MILLI;
  private static final Duration PRESS = Duration.ofMillis(1);

  private record Due(long timeMicros, Quantity quantity, MeasurementType type) {}

  private final SensorPlan sensor;
  private final Probe probe;
  private final Dice slots;
  private final Spells presses;
  private final long startMicros;
  private final long phaseMicros;
  private final Deque<Due> due = new ArrayDeque<>();
  private long hour;

  SensorLife(Site site, SensorPlan sensor, long startMicros) {
    this.sensor = sensor;
    this.startMicros = startMicros;
    probe = new Probe(site, sensor, startMicros);
    var dice = new Dice(site.seed()).fork("life " + sensor.serial());
    slots = dice.fork("slots");
    presses =
        new Spells(
            dice.fork("presses"),
            Duration.ofHours(1),
            site.troubles().pressesPerDay() / 24,
            PRESS,
            PRESS);
    phaseMicros = (long) (dice.fork("phase").uniform() * Micros.PER_MINUTE);
    hour = Math.floorDiv(startMicros, Micros.PER_HOUR);
    fill();
  }

  private boolean isDead(long timeMicros) {
    return sensor.diesAt() != null && timeMicros >= Micros.of(sensor.diesAt());
  }

  @Override
  public boolean hasNext() {
    return !due.isEmpty() && !isDead(due.getFirst().timeMicros());
  }

  @Override
  public Reading next() {
    if (!hasNext()) {
      throw new NoSuchElementException(sensor.serial() + " is dead");
    }
    var next = due.removeFirst();
    fill();
    double value = probe.measure(next.quantity(), next.timeMicros());
    return new Reading(sensor.serial(), next.quantity(), next.timeMicros(), value, next.type());
  }

  /** Plans hours until something is due, or the sensor is dead. */
  private void fill() {
    while (due.isEmpty() && !isDead(hour * Micros.PER_HOUR)) {
      plan(hour * Micros.PER_HOUR).stream()
          .filter(one -> one.timeMicros() >= startMicros)
          .sorted(Comparator.comparingLong(Due::timeMicros).thenComparing(Due::quantity))
          .forEach(due::add);
      hour++;
    }
  }

  private List<Due> plan(long hourMicros) {
    var plan = new ArrayList<Due>();
    sensor
        .intervals()
        .forEach((quantity, interval) -> addSlots(quantity, interval, hourMicros, plan));
    if (sensor.intervals().containsKey(Quantity.DOOR)) {
      for (var opening : probe.openings(hourMicros)) {
        plan.add(doorMoved(opening.startMicros()));
        plan.add(doorMoved(opening.endMicros()));
      }
    }
    for (var press : presses.list(hourMicros, hourMicros + Micros.PER_HOUR)) {
      plan.add(new Due(wholeMillis(press.startMicros()), pressed(), MeasurementType.BUTTON));
    }
    return plan;
  }

  private static Due doorMoved(long atMicros) {
    return new Due(wholeMillis(atMicros), Quantity.DOOR, MeasurementType.REGULAR);
  }

  /** What a press of the button makes it measure. */
  private Quantity pressed() {
    return sensor.intervals().keySet().iterator().next();
  }

  private void addSlots(Quantity quantity, Duration interval, long hourMicros, List<Due> plan) {
    long step = interval.toMillis() * Micros.PER_MILLI;
    long hourEndMicros = hourMicros + Micros.PER_HOUR;
    long slot = Math.ceilDiv(hourMicros - phaseMicros - MOST_JITTER_MICROS, step);
    for (; slot * step + phaseMicros < hourEndMicros + MOST_JITTER_MICROS; slot++) {
      long at = jittered(slot * step + phaseMicros);
      if (at >= hourMicros && at < hourEndMicros) {
        plan.add(new Due(at, quantity, MeasurementType.REGULAR));
      }
    }
  }

  /** The same for all quantities of a slot, as a sensor measures them together. */
  private long jittered(long nominalMicros) {
    double micros = slots.fork(nominalMicros).gaussian(0, JITTER_SIGMA_MICROS);
    return wholeMillis(
        nominalMicros + (long) Math.clamp(micros, -MOST_JITTER_MICROS, MOST_JITTER_MICROS));
  }

  /** Not before the instant, so that what is measured has happened. */
  private static long wholeMillis(long micros) {
    return Math.ceilDiv(micros, Micros.PER_MILLI) * Micros.PER_MILLI;
  }
}
