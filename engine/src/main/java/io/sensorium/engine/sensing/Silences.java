package io.sensorium.engine.sensing;

import io.sensorium.analysis.contact.Coverage;
import io.sensorium.analysis.contact.GatewayContact;
import io.sensorium.analysis.contact.GatewayReview;
import io.sensorium.analysis.contact.SensorContact;
import io.sensorium.analysis.contact.SilenceKind;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.Notification.Subject;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.time.Micros;
import io.sensorium.store.contact.Contacts;
import io.sensorium.store.contact.Silence;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Devices.Inventory;
import io.sensorium.store.sensing.Devices.SensorInventory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The silences that last: kept, marked at the devices, and told of. For one thread. */
final class Silences {

  private final Devices devices;
  private final Measurements measurements;
  private final Contacts contacts;
  private final Map<GatewayId, Silence> ofGateways = new HashMap<>();
  private final Map<SensorId, Silence> ofSensors = new HashMap<>();
  private final Map<GatewayId, Integer> counts = new HashMap<>();
  private final Map<GatewayId, Long> returned = new HashMap<>();

  /** Takes up those that last; marks may not have been written before a crash. */
  Silences(Devices devices, Measurements measurements, Contacts contacts) {
    this.devices = devices;
    this.measurements = measurements;
    this.contacts = contacts;
    contacts
        .listOpen()
        .forEach(
            silence -> {
              remember(silence);
              mark(silence, silence.since());
            });
  }

  boolean isAnyAt(GatewayId gateway) {
    return counts.containsKey(gateway);
  }

  boolean isSilent(GatewayId gateway) {
    return ofGateways.containsKey(gateway);
  }

  /** When a gateway was heard again after its last silence; long ago when never. */
  long returnedMicros(GatewayId gateway) {
    return returned.getOrDefault(gateway, Long.MIN_VALUE / 4);
  }

  SilenceKind kindOf(SensorId sensor) {
    var silence = ofSensors.get(sensor);
    if (silence == null) {
      return SilenceKind.NONE;
    }
    return silence.withGateway() ? SilenceKind.WITH_GATEWAY : SilenceKind.OWN;
  }

  /** Ends the silences of those that something came from. */
  void endThoseHeard(Inventory inventory, ArrivalTimes arrivals, Instant at) {
    var gateway = inventory.gateway();
    long heardLast = Long.MIN_VALUE;
    for (var sensor : inventory.sensors()) {
      long heard = heardMicros(sensor, arrivals);
      heardLast = Math.max(heardLast, heard);
      var silence = ofSensors.get(sensor.sensor().id());
      if (silence != null && heard > Micros.of(silence.since())) {
        end(gateway, silence, Micros.toInstant(heard), List.of(sensor));
      }
    }
    var silence = ofGateways.get(gateway.id());
    if (silence != null && heardLast > Micros.of(silence.since())) {
      returned.put(gateway.id(), Micros.of(at));
      end(gateway, silence, Micros.toInstant(heardLast), inventory.sensors());
    }
  }

  private static long heardMicros(SensorInventory sensor, ArrivalTimes arrivals) {
    return sensor.sources().stream()
        .mapToLong(source -> arrivals.find(source.id().value(), Long.MIN_VALUE))
        .max()
        .orElse(Long.MIN_VALUE);
  }

  /** A silence in which all was measured, and only came later, was none. */
  private void end(Gateway gateway, Silence silence, Instant at, List<SensorInventory> sensors) {
    boolean none =
        !sensors.isEmpty()
            && sensors.stream().allMatch(sensor -> isCovered(sensor, silence.since(), at));
    if (none) {
      contacts.retractSilence(
          silence, told(gateway, silence, NotificationType.SILENCE_RETRACTED, at));
    } else {
      var type =
          silence.sensor() == null
              ? NotificationType.GATEWAY_CONNECTED
              : NotificationType.SENSOR_CONNECTED;
      contacts.putSilences(List.of(silence.endedAt(at)), told(gateway, silence, type, at));
    }
    forget(silence);
    mark(silence, null);
  }

  private boolean isCovered(SensorInventory sensor, Instant since, Instant until) {
    return sensor.sources().stream()
        .anyMatch(
            source -> {
              long from = Micros.of(since);
              long to = Micros.of(until);
              var rows = measurements.read(source.id(), from, to + 1);
              return Coverage.isWhole(rows, from, to, 3 * Micros.of(source.interval()));
            });
  }

  /** Begins the silences that a review found. */
  void begin(Inventory inventory, GatewayContact contact, GatewayReview review) {
    var gateway = inventory.gateway();
    var begun = new ArrayList<Silence>();
    if (review.gateway()) {
      begun.add(new Silence(gateway.id(), null, sinceOf(contact.sensors().stream()), false, null));
    }
    review.withGateway().forEach(id -> begun.add(silence(gateway, contact, id, true)));
    review.own().forEach(id -> begun.add(silence(gateway, contact, id, false)));
    if (begun.isEmpty()) {
      return;
    }
    var notifications = new ArrayList<Notification>();
    for (var silence : begun) {
      var type =
          silence.sensor() == null
              ? NotificationType.GATEWAY_DISCONNECTED
              : NotificationType.SENSOR_DISCONNECTED;
      notifications.addAll(told(gateway, silence, type, silence.since()));
    }
    contacts.putSilences(begun, notifications);
    for (var silence : begun) {
      remember(silence);
      mark(silence, silence.since());
    }
  }

  /** One that was silent with its gateway goes on being silent by itself, since the same time. */
  private Silence silence(
      Gateway gateway, GatewayContact contact, SensorId sensor, boolean withGateway) {
    var known = ofSensors.get(sensor);
    if (known != null) {
      return known.byItself();
    }
    var since = sinceOf(contact.sensors().stream().filter(one -> one.sensor().equals(sensor)));
    return new Silence(gateway.id(), sensor, since, withGateway, null);
  }

  private static Instant sinceOf(Stream<SensorContact> sensors) {
    return Micros.toInstant(sensors.mapToLong(SensorContact::heardMicros).max().orElseThrow());
  }

  /** Nobody is told of a sensor that is silent because its gateway is. */
  private static List<Notification> told(
      Gateway gateway, Silence silence, NotificationType type, Instant at) {
    var owner = gateway.owner();
    if (owner == null || silence.withGateway()) {
      return List.of();
    }
    var of = silence.sensor() == null ? "gateway:" + gateway.id() : "sensor:" + silence.sensor();
    var key = "%s:%s:%d".formatted(of, type.wireName(), Micros.of(silence.since()));
    var subject = new Subject.OfDevice(gateway.id(), silence.sensor(), null);
    return List.of(new Notification(key, owner, type, at, false, subject));
  }

  private void remember(Silence silence) {
    var sensor = silence.sensor();
    var before =
        sensor == null
            ? ofGateways.put(silence.gateway(), silence)
            : ofSensors.put(sensor, silence);
    if (before == null) {
      counts.merge(silence.gateway(), 1, Integer::sum);
    }
  }

  private void forget(Silence silence) {
    var sensor = silence.sensor();
    if (sensor == null) {
      ofGateways.remove(silence.gateway());
    } else {
      ofSensors.remove(sensor);
    }
    counts.computeIfPresent(silence.gateway(), (_, count) -> count == 1 ? null : count - 1);
  }

  private void mark(Silence silence, @Nullable Instant since) {
    var sensor = silence.sensor();
    if (sensor == null) {
      devices.setGatewayDisconnected(silence.gateway(), since);
    } else {
      devices.setSensorDisconnected(sensor, since);
    }
  }
}
