package io.sensorium.engine.sensing;

import io.sensorium.analysis.contact.BatteryLevels;
import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.Notification.Subject;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.time.Micros;
import io.sensorium.store.contact.Contacts;
import io.sensorium.store.measurement.Measurement;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.sensing.Devices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of batteries that are low, once until they are full again. */
final class BatteryKeeper {

  private static final int SOURCES_PER_READ = 500;

  private final Devices devices;
  private final Measurements measurements;
  private final Contacts contacts;
  private final SourceSet batteries = new SourceSet();
  private final Map<SourceId, AlarmCondition> conditions = new HashMap<>(); // of the tick's thread
  private final Set<SourceId> low;
  private Set<SourceId> unknown = new HashSet<>(); // under this
  private Set<SourceId> changed = new HashSet<>(); // under this

  BatteryKeeper(Devices devices, Measurements measurements, Contacts contacts) {
    this.devices = devices;
    this.measurements = measurements;
    this.contacts = contacts;
    this.low = new HashSet<>(contacts.listLowBatteries());
  }

  /**
   * Notes that something of a source came; by any thread.
   *
   * @param first whether nothing of it had come since the start
   */
  void arrived(long source, boolean first) {
    if (first) {
      synchronized (this) {
        unknown.add(new SourceId(source));
      }
    } else if (batteries.contains(source)) {
      synchronized (this) {
        changed.add(new SourceId(source));
      }
    }
  }

  /** Looks at the batteries that something came from; by one thread. */
  void tick() {
    List<SourceId> fresh;
    Set<SourceId> dirty;
    synchronized (this) {
      fresh = List.copyOf(unknown);
      dirty = changed;
      unknown = new HashSet<>();
      changed = new HashSet<>();
    }
    for (int i = 0; i < fresh.size(); i += SOURCES_PER_READ) {
      learn(fresh.subList(i, Math.min(fresh.size(), i + SOURCES_PER_READ)), dirty);
    }
    measurements.findLatest(List.copyOf(dirty)).values().forEach(this::review);
  }

  private void learn(List<SourceId> sources, Set<SourceId> dirty) {
    for (var source : devices.listSources(sources)) {
      BatteryLevels.conditionOf(source.type())
          .ifPresent(
              condition -> {
                conditions.put(source.id(), condition);
                batteries.add(source.id().value());
                dirty.add(source.id());
              });
    }
  }

  private void review(Measurement latest) {
    var condition = conditions.get(latest.source());
    if (condition == null || latest.typeCode() == MeasurementType.BLANK.code()) {
      return;
    }
    if (condition.exceeds(latest.value()) && low.add(latest.source())) {
      devices.findSource(latest.source()).ifPresent(source -> tell(source, latest));
    } else if (condition.endsExcess(latest.value()) && low.remove(latest.source())) {
      contacts.removeLowBattery(latest.source());
    }
  }

  private void tell(DataSource source, Measurement latest) {
    var at = Micros.toInstant(latest.timeMicros());
    var notifications = new ArrayList<Notification>();
    var gateway = devices.findGateway(source.gateway());
    var owner = gateway.map(found -> found.owner()).orElse(null);
    if (owner != null) {
      notifications.add(
          new Notification(
              "battery:" + source.id() + ":low:" + latest.timeMicros(),
              owner,
              NotificationType.BATTERY_LOW,
              at,
              false,
              new Subject.OfDevice(source.gateway(), source.sensor(), source.id())));
    }
    contacts.addLowBattery(source.id(), at, notifications);
  }
}
