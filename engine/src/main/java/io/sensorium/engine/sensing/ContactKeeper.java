package io.sensorium.engine.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.time.Micros;
import io.sensorium.store.contact.Contacts;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.sensing.Devices;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps track of who is heard and who is silent, and of batteries.
 *
 * <p>Silence depends on when something came, not on what it was dated; and on ticks, not on a
 * clock. While the server did not run nobody is held to have been silent.
 */
public final class ContactKeeper {

  private static final Duration FIRST_REVIEW_AFTER = Duration.ofMinutes(5);
  private static final Duration SILENCES_KEPT_FOR = Duration.ofDays(30);

  private final Devices devices;
  private final Contacts contacts;
  private final ArrivalTimes arrivals = new ArrivalTimes();
  private final BatteryKeeper batteries;
  private final Silences silences;
  private final GatewayReviewer reviewer;
  private final Map<GatewayId, Instant> nextReviews = new HashMap<>(); // of the tick's thread
  private final Instant startedAt;

  /**
   * Takes up what was known at the last stop.
   *
   * @param startedAt since when anything can be heard
   */
  public ContactKeeper(
      Devices devices, Measurements measurements, Contacts contacts, Instant startedAt) {
    this.devices = devices;
    this.contacts = contacts;
    this.startedAt = startedAt;
    batteries = new BatteryKeeper(devices, measurements, contacts);
    silences = new Silences(devices, measurements, contacts);
    reviewer = new GatewayReviewer(contacts, arrivals, silences, Micros.of(startedAt));
  }

  /** Notes what came; by any thread, and at once. */
  void arrived(GatewayBatch batch) {
    long micros = Micros.of(batch.receivedAt());
    var rows = batch.rows();
    for (int i = 0; i < rows.sourceCount(); i++) {
      long source = rows.sourceId(i);
      batteries.arrived(source, arrivals.note(source, micros));
    }
  }

  /** Finds out who is silent, and who is heard again; by one thread. */
  void tick(Instant at) {
    batteries.tick();
    for (var gateway : devices.listGateways()) {
      if (gateway.owner() != null && isDue(gateway, at)) {
        var next = reviewer.review(devices.getInventory(gateway.id()), at);
        nextReviews.put(gateway.id(), next);
      }
    }
    contacts.forgetSilences(at.minus(SILENCES_KEPT_FOR));
  }

  private boolean isDue(Gateway gateway, Instant at) {
    var first = startedAt.plus(FIRST_REVIEW_AFTER);
    return silences.isAnyAt(gateway.id())
        || !at.isBefore(nextReviews.getOrDefault(gateway.id(), first));
  }
}
