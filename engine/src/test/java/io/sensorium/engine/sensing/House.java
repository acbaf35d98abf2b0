package io.sensorium.engine.sensing;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmLogEntry;
import io.sensorium.core.alarm.Direction;
import io.sensorium.core.alarm.Severity;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.SourceRows;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.GatewayType;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.sensing.SourceType;
import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.Alarms.LogQuery;
import io.sensorium.store.alarm.Alarms.NewAlarm;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.sensing.Devices.NewGateway;
import io.sensorium.store.sensing.Devices.NewSensor;
import io.sensorium.store.sensing.Devices.PairedSource;
import io.sensorium.store.sensing.SensorUsers.NewUser;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A house with a gateway, on a real store, whose server can be restarted. */
final class House implements AutoCloseable {

  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final long LOOK_NANOS = 1_000_000;
  private static final int LOOKS = 60_000;

  private final Path directory;
  final SensorUser anna;
  final Gateway gateway;
  Store store;
  private SensingEngine engine;

  House(Path directory) {
    this.directory = directory;
    store = Store.openSqlite(directory);
    anna =
        store
            .sensorUsers()
            .create(new NewUser(null, "a@b", "hash", "An", "Na", Set.of(), START))
            .orElseThrow();
    store.devices().createGateway(new NewGateway("1", GatewayType.DEFAULT, null, null, "t", START));
    store.devices().associate(anna.id(), "1", null, null, START);
    gateway = store.devices().findGatewayBySerial("1").orElseThrow();
    engine = start(START);
  }

  private SensingEngine start(Instant at) {
    var contact = new ContactKeeper(store.devices(), store.measurements(), store.contacts(), at);
    var started =
        new SensingEngine(
            store.measurements(),
            store.alarms(),
            store.alarmTracks(),
            contact,
            Clock.fixed(at, ZoneOffset.UTC),
            () -> {});
    started.start();
    return started;
  }

  SensingEngine engine() {
    return engine;
  }

  void restart(Instant at) {
    engine.close();
    store.close();
    store = Store.openSqlite(directory);
    engine = start(at);
  }

  SourceId newSource(String sensor, String type) {
    var source = new PairedSource(type, SourceType.find(type).orElseThrow(), INTERVAL, null);
    var paired =
        store.devices().pair(new NewSensor(gateway.id(), sensor, null, null), List.of(source));
    return paired.sources().getFirst().id();
  }

  AlarmId newAlarm(SourceId source, double threshold, Duration delay, double hysteresis) {
    var condition = new AlarmCondition(threshold, Direction.ABOVE, delay, hysteresis);
    var alarm = new NewAlarm(anna.id(), source, condition, Severity.WARNING, true, START);
    return store.alarms().create(alarm).rule().id();
  }

  /** Has a row arrive at the time that it is dated. */
  void measure(SourceId source, Instant at, double value) {
    receive(row(source, at, value), at);
  }

  static SourceRows row(SourceId source, Instant at, double value) {
    return SourceRows.builder(1)
        .add(source.value(), Micros.of(at), value, MeasurementType.REGULAR.code())
        .build();
  }

  void receive(SourceRows rows, Instant at) {
    var batch = new GatewayBatch(gateway.id(), null, at, rows);
    store.measurements().append(batch);
    engine.arrived(batch);
  }

  /** Lets a minute begin, and returns when what follows from it is done. */
  void tick(Instant at) {
    engine.tick(at);
    settle();
  }

  /** Returns when all that came has been looked at. */
  void settle() {
    for (int look = 0; look < LOOKS; look++) {
      if (engine.isIdle()) {
        return;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    throw new AssertionError("not idle within a minute");
  }

  /** The log of all alarms, oldest first. */
  List<AlarmLogEntry> log() {
    return store
        .alarms()
        .listLog(new LogQuery(anna.id(), Set.of(), null, null, null, 10_000))
        .reversed()
        .stream()
        .sorted(Comparator.comparing(AlarmLogEntry::date))
        .toList();
  }

  AlarmVerification.Report verify() {
    return new AlarmVerification(store.measurements(), store.alarmTracks()).verify();
  }

  /** The types of what is told, in the order of telling. */
  List<NotificationType> told() {
    return store.outbox().notifications().listPending(1_000).stream()
        .map(pending -> pending.notification().type())
        .toList();
  }

  @Override
  public void close() {
    engine.close();
    store.close();
  }
}
