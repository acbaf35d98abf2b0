package io.sensorium.simulator.sensing;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.sensing.Incident.Kind;
import io.sensorium.simulator.sensing.Spells.Spell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What goes wrong at a site, and when. */
final class Fate {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration DAY = Duration.ofDays(1);

  private final Site site;
  private final Dice dice;

  Fate(Site site) {
    this.site = site;
    this.dice = new Dice(site.seed()).fork("fate");
  }

  /** When the compressor of the fridge that a sensor watches does not run. */
  Spells coolingFailures(SensorPlan sensor) {
    double chance =
        sensor.spot() == Spot.VACCINE_FRIDGE ? site.troubles().coolingFailuresPerWeek() : 0;
    return new Spells(
        dice.fork("cooling " + sensor.serial()),
        WEEK,
        chance,
        Duration.ofMinutes(150),
        Duration.ofHours(5));
  }

  Spells outages(GatewayPlan gateway) {
    return new Spells(
        dice.fork("outage " + gateway.serial()),
        DAY,
        site.troubles().outagesPerWeek() / 7,
        Duration.ofMinutes(5),
        site.troubles().longestOutage());
  }

  Spells reboots(GatewayPlan gateway) {
    return new Spells(
        dice.fork("reboot " + gateway.serial()),
        WEEK,
        site.troubles().rebootsPerWeek(),
        Duration.ofSeconds(70),
        Duration.ofMinutes(4));
  }

  /** All that goes wrong from within a span on, oldest first. */
  List<Incident> incidents(long fromMicros, long toMicros) {
    var incidents = new ArrayList<Incident>();
    for (var sensor : site.sensors()) {
      for (var spell : coolingFailures(sensor).list(fromMicros, toMicros)) {
        incidents.add(incident(Kind.COOLING_FAILED, sensor.serial(), spell));
      }
      var death = sensor.diesAt();
      if (death != null && Micros.of(death) >= fromMicros && Micros.of(death) < toMicros) {
        var silence = new Spell(Micros.of(death), Long.MAX_VALUE);
        incidents.add(incident(Kind.SENSOR_DIED, sensor.serial(), silence));
      }
    }
    for (var gateway : site.gateways()) {
      for (var spell : outages(gateway).list(fromMicros, toMicros)) {
        incidents.add(incident(Kind.GATEWAY_CUT_OFF, gateway.serial(), spell));
      }
      for (var spell : reboots(gateway).list(fromMicros, toMicros)) {
        incidents.add(incident(Kind.GATEWAY_REBOOTED, gateway.serial(), spell));
      }
    }
    incidents.sort(Comparator.comparingLong(Incident::startMicros));
    return List.copyOf(incidents);
  }

  private static Incident incident(Kind kind, String serial, Spell spell) {
    return new Incident(kind, serial, spell.startMicros(), spell.endMicros());
  }
}
