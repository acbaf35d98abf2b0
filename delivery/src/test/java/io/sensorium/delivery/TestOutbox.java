package io.sensorium.delivery;

import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.network.AddressRange;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.Notification.Subject;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.delivery.callback.CallbackClient;
import io.sensorium.delivery.callback.CallbackPool;
import io.sensorium.delivery.network.AddressRules;
import io.sensorium.delivery.network.CheckedLookup;
import io.sensorium.delivery.network.Trust;
import io.sensorium.delivery.telling.SensorMessages;
import io.sensorium.delivery.telling.Teller;
import io.sensorium.store.outbox.Callback;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.Callbacks.NewCallback;
import io.sensorium.store.outbox.Callbacks.Registered;
import io.sensorium.store.outbox.Deliveries;
import io.sensorium.store.outbox.Delivery;
import io.sensorium.store.outbox.Notifications;
import io.sensorium.store.sealing.SealingKey;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An outbox that runs on the store of a directory and may send to this machine. */
public final class TestOutbox implements AutoCloseable {

  public static final SensorUserId ANNA = new SensorUserId(1);
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final Duration FIVE_DAYS = Duration.ofDays(5);

  private final Store store;
  private final Callbacks callbacks;
  private final CallbackPool pool;
  private final Outbox outbox;
  private final Clock clock;

  public TestOutbox(Path directory, int slots, Clock clock) {
    this.clock = clock;
    store = Store.openSqlite(directory);
    var tables = store.outbox();
    callbacks = tables.callbacks(SealingKey.ofDirectory(directory));
    pool =
        new CallbackPool(tables.deliveryQueue(), callbacks, newClient(), slots, FIVE_DAYS, clock);
    var teller =
        new Teller<>(
            tables.notifications(),
            new SensorMessages(
                callbacks,
                notification -> "{\"key\":\"" + notification.key() + "\"}",
                Instant::toString,
                _ -> Optional.empty(),
                IdSource.secure()),
            clock);
    outbox =
        new Outbox(
            teller,
            pool,
            Optional.empty(),
            List.of(tables.notifications()::prune, tables.deliveryQueue()::prune),
            clock);
    outbox.start();
  }

  private static CallbackClient newClient() {
    var rules = new AddressRules(List.of(AddressRange.parse("127.0.0.0/8")));
    var lookup = new CheckedLookup(CheckedLookup.Names.OF_SYSTEM, rules);
    return new CallbackClient(lookup, Trust.ofSystem(), "Sensorium/test", Duration.ofSeconds(60));
  }

  public Notifications notifications() {
    return store.outbox().notifications();
  }

  public Callbacks callbacks() {
    return callbacks;
  }

  public Deliveries deliveries() {
    return store.outbox().deliveries();
  }

  public Registered register(CallbackUrl url, int typeBits) {
    return callbacks
        .create(new NewCallback(ANNA, null, url, typeBits, clock.instant()))
        .orElseThrow();
  }

  public Callback find(Registered registered) {
    return callbacks.find(ANNA, registered.callback().id()).orElseThrow();
  }

  /** The newest delivery of a callback, with its attempts. */
  public Delivery.Log newestLog(Registered registered) {
    var id = registered.callback().id();
    var newest = deliveries().list(id, Optional.empty(), 1).getFirst();
    return deliveries().findLog(id, newest.id()).orElseThrow();
  }

  public void addAlarm(String key) {
    addAlarms(List.of(key));
  }

  /** Adds alarms in one transaction. */
  public void addAlarms(List<String> keys) {
    add(keys.stream().map(TestOutbox::alarm).toList());
  }

  public void addDisconnection(String key) {
    var subject = new Subject.OfDevice(new GatewayId(3), null, null);
    var type = NotificationType.GATEWAY_DISCONNECTED;
    add(List.of(new Notification(key, ANNA, type, NOON, false, subject)));
  }

  private static Notification alarm(String key) {
    var subject = new Subject.OfAlarm(new AlarmId(7), new SourceId(70), 700, 21.5);
    return new Notification(key, ANNA, NotificationType.ALARM_TRIGGERED, NOON, false, subject);
  }

  private void add(List<Notification> notifications) {
    notifications().add(notifications);
    outbox.wake();
  }

  /** Has the pool look for what has become due. */
  public void wake() {
    pool.wake();
  }

  @Override
  public void close() {
    outbox.close();
    store.close();
  }
}
