package io.sensorium.simulator.sensing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Readings in the order in which they are sent: some late, some twice, and what a gateway heard
 * while it was cut off when it is back. Each reading is sent once at least.
 */
final class Arrivals implements Iterator<Arrival> {

  private static final double QUICKEST_SECONDS = 0.2;
  private static final double SLOWEST_SECONDS = 4;
  private static final double LATEST_HOURS = 3;
  private static final long REPEATED_MICROS = 2 * Micros.PER_MINUTE;
  private static final Comparator<Arrival> ORDER =
      Comparator.comparingLong(Arrival::timeMicros)
          .thenComparingLong(arrival -> arrival.reading().timeMicros())
          .thenComparing(arrival -> arrival.reading().sensor())
          .thenComparing(arrival -> arrival.reading().quantity());

  private final Iterator<Reading> readings;
  private final Site site;
  private final Dice dice;
  private final Map<String, SensorPlan> sensors;
  private final Map<GatewayPlan, Spells> outages;
  private final Map<GatewayPlan, Spells> reboots;
  private final PriorityQueue<Arrival> waiting = new PriorityQueue<>(ORDER);
  private long readUpToMicros = Long.MIN_VALUE;

  Arrivals(Site site, Iterator<Reading> readings) {
    this.site = site;
    this.readings = readings;
    dice = new Dice(site.seed()).fork("arrivals");
    sensors = site.sensors().stream().collect(toUnmodifiableMap(SensorPlan::serial, identity()));
    var fate = new Fate(site);
    outages = site.gateways().stream().collect(toUnmodifiableMap(identity(), fate::outages));
    reboots = site.gateways().stream().collect(toUnmodifiableMap(identity(), fate::reboots));
  }

  @Override
  public boolean hasNext() {
    return readings.hasNext() || !waiting.isEmpty();
  }

  @Override
  public Arrival next() {
    while (readings.hasNext() && !isNextKnown()) {
      var reading = readings.next();
      readUpToMicros = reading.timeMicros();
      send(reading);
    }
    var next = waiting.poll();
    if (next == null) {
      throw new NoSuchElementException("all is sent");
    }
    return next;
  }

  /** Nothing is sent before it is measured. */
  private boolean isNextKnown() {
    var first = waiting.peek();
    return first != null && first.timeMicros() <= readUpToMicros;
  }

  private void send(Reading reading) {
    var chance = dice.fork(reading.sensor() + reading.quantity()).fork(reading.timeMicros());
    var gateway = site.gatewayOf(sensor(reading), reading.timeMicros());
    long heard = heardMicros(reading, chance);
    long sent = whenConnected(gateway, heard);
    waiting.add(new Arrival(sent, gateway, reading));
    if (chance.chance(site.troubles().duplicateShare())) {
      long again = sent + seconds(chance.uniform(1, 600));
      waiting.add(new Arrival(whenConnected(gateway, again), gateway, reading));
    }
    sendAgainAfterReboot(gateway, reading, sent);
  }

  private SensorPlan sensor(Reading reading) {
    var sensor = sensors.get(reading.sensor());
    if (sensor == null) {
      throw new IllegalArgumentException("the site has no sensor " + reading.sensor());
    }
    return sensor;
  }

  private long heardMicros(Reading reading, Dice chance) {
    boolean late = chance.chance(site.troubles().lateShare());
    double kept = late ? 3_600 * LATEST_HOURS * StrictMath.pow(chance.uniform(), 2) : 0;
    return reading.timeMicros() + seconds(kept + chance.uniform(QUICKEST_SECONDS, SLOWEST_SECONDS));
  }

  /** A gateway that starts anew does not know that its last rows have arrived. */
  private void sendAgainAfterReboot(GatewayPlan gateway, Reading reading, long sentMicros) {
    spellsOf(reboots, gateway)
        .findAt(sentMicros + REPEATED_MICROS)
        .filter(reboot -> !reboot.holds(sentMicros))
        .map(reboot -> whenConnected(gateway, reboot.endMicros()))
        .ifPresent(again -> waiting.add(new Arrival(again, gateway, reading)));
  }

  private long whenConnected(GatewayPlan gateway, long wantedMicros) {
    long at = wantedMicros;
    while (true) {
      long asked = at;
      at = spellsOf(outages, gateway).findAt(at).map(Spells.Spell::endMicros).orElse(at);
      at = spellsOf(reboots, gateway).findAt(at).map(Spells.Spell::endMicros).orElse(at);
      if (at == asked) {
        return at;
      }
    }
  }

  private static Spells spellsOf(Map<GatewayPlan, Spells> all, GatewayPlan gateway) {
    var spells = all.get(gateway);
    if (spells == null) {
      throw new IllegalArgumentException("the site has no gateway " + gateway.serial());
    }
    return spells;
  }

  private static long seconds(double seconds) {
    return (long) (seconds * Micros.PER_SECOND);
  }
}
