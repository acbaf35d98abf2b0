package io.sensorium.engine.sensing;

import io.sensorium.analysis.contact.Allowance;
import io.sensorium.analysis.contact.GatewayContact;
import io.sensorium.analysis.contact.GatewayReview;
import io.sensorium.analysis.contact.SensorContact;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.contact.Contacts;
import io.sensorium.store.sensing.Devices.Inventory;
import io.sensorium.store.sensing.Devices.SensorInventory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Reviews one gateway at a time; for one thread. */
final class GatewayReviewer {

  /** Sensors may be paired, and intervals change, at any time. */
  private static final Duration LATEST_REVIEW = Duration.ofHours(1);

  private final Contacts contacts;
  private final ArrivalTimes arrivals;
  private final Silences silences;
  private final long startedMicros;
  private final Map<SensorId, Long> usualGaps = new HashMap<>();

  GatewayReviewer(Contacts contacts, ArrivalTimes arrivals, Silences silences, long startedMicros) {
    this.contacts = contacts;
    this.arrivals = arrivals;
    this.silences = silences;
    this.startedMicros = startedMicros;
    contacts.listUsualGaps().forEach((sensor, gap) -> usualGaps.put(sensor, Micros.of(gap)));
  }

  /** Begins and ends silences; tells when the gateway is to be reviewed next. */
  Instant review(Inventory inventory, Instant at) {
    silences.endThoseHeard(inventory, arrivals, at);
    var sensors = new ArrayList<SensorContact>();
    var changedGaps = new HashMap<SensorId, Duration>();
    for (var sensor : inventory.sensors()) {
      if (!sensor.sources().isEmpty()) {
        sensors.add(contact(sensor, changedGaps));
      }
    }
    if (!changedGaps.isEmpty()) {
      contacts.putUsualGaps(changedGaps);
    }
    var gateway = inventory.gateway().id();
    var contact =
        new GatewayContact(sensors, silences.isSilent(gateway), silences.returnedMicros(gateway));
    silences.begin(inventory, contact, GatewayReview.at(contact, Micros.of(at)));
    return nextReview(contact, at);
  }

  private SensorContact contact(SensorInventory sensor, Map<SensorId, Duration> changedGaps) {
    long heard = startedMicros;
    long interval = Long.MAX_VALUE;
    long gap = Long.MAX_VALUE;
    for (var source : sensor.sources()) {
      heard = Math.max(heard, arrivals.find(source.id().value(), startedMicros));
      interval = Math.min(interval, Micros.of(source.interval()));
      gap = Math.min(gap, arrivals.takeLongestGap(source.id().value()));
    }
    var id = sensor.sensor().id();
    long usual = usualGaps.getOrDefault(id, 0L);
    long allowance = Allowance.micros(interval, usual);
    if (gap > 0) {
      long learned = learned(usual, gap, interval, allowance);
      if (learned != usual) {
        usualGaps.put(id, learned);
        changedGaps.put(id, Micros.toDuration(learned));
      }
    }
    return new SensorContact(
        id,
        heard,
        interval,
        Allowance.micros(interval, usualGaps.getOrDefault(id, 0L)),
        silences.kindOf(id));
  }

  /** Gaps that the interval allows for need not be remembered. */
  private static long learned(long usual, long gap, long interval, long allowance) {
    long learned = Allowance.usualGapAfter(usual, gap, allowance);
    return Allowance.micros(interval, learned) == Allowance.micros(interval, 0) ? 0 : learned;
  }

  private static Instant nextReview(GatewayContact contact, Instant at) {
    long next = Micros.of(at.plus(LATEST_REVIEW));
    for (var sensor : contact.sensors()) {
      next = Math.min(next, sensor.heardMicros() + sensor.allowanceMicros());
    }
    var instant = Micros.toInstant(next);
    return instant.isBefore(at) ? at : instant;
  }
}
