package io.sensorium.store.outbox;

import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.outbox.Callbacks.NewCallback;
import io.sensorium.store.outbox.NotificationQueue.NewDelivery;
import io.sensorium.store.outbox.NotificationQueue.Told;
import io.sensorium.store.sealing.SealingKey;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The outbox of one store, and what its contract tests do again and again. */
abstract class OutboxContract {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final SensorUserId ANNA = new SensorUserId(1);
  static final SensorUserId BERT = new SensorUserId(2);
  static final CallbackUrl URL = new CallbackUrl("https://receiver.example/hook?a=b");

  @TempDir Path keyDirectory;

  Store store;
  Notifications notifications;
  Callbacks callbacks;
  Deliveries deliveries;
  DeliveryQueue queue;
  Mails mails;

  private StoreFixture fixture;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void openFixture() {
    fixture = newFixture();
    open();
  }

  @AfterEach
  void closeFixture() {
    store.close();
    fixture.close();
  }

  void reopen() {
    store.close();
    open();
  }

  private void open() {
    store = fixture.open();
    var outbox = store.outbox();
    notifications = outbox.notifications();
    callbacks = outbox.callbacks(SealingKey.ofDirectory(keyDirectory));
    deliveries = outbox.deliveries();
    queue = outbox.deliveryQueue();
    mails = outbox.mails();
  }

  static Notification alarm(String key, SensorUserId owner) {
    return new Notification(
        key,
        owner,
        NotificationType.ALARM_TRIGGERED,
        NOON,
        false,
        new Notification.Subject.OfAlarm(new AlarmId(7), new SourceId(70), 700, 21.5));
  }

  Callback callback(SensorUserId owner) {
    return callbacks
        .create(new NewCallback(owner, null, URL, Callback.ALL_TYPES, NOON))
        .orElseThrow()
        .callback();
  }

  /** Adds a notification and tells a callback of it at once. */
  void tell(CallbackId callback, String key, Instant at) {
    notifications.add(List.of(alarm(key, ANNA)));
    for (var pending : notifications.listPending(100)) {
      var delivery =
          new NewDelivery(callback, "msg_" + key, "alarm.triggered", "{\"key\":\"" + key + "\"}");
      notifications.tell(List.of(pending), new Told(List.of(delivery), Optional.empty()), at);
    }
  }
}
