package io.sensorium.delivery.telling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.core.id.IdSource;
import io.sensorium.core.notification.Notification;
import io.sensorium.store.outbox.Callback;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.NotificationQueue.NewDelivery;
import io.sensorium.store.outbox.NotificationQueue.NewNote;
import io.sensorium.store.outbox.NotificationQueue.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What owners of sensors are sent: a message for each notification, and a note for a mail. */
public final class SensorMessages implements Messages<Notification> {

  private final Callbacks callbacks;
  private final Function<Notification, String> data;
  private final Function<Instant, String> dates;
  private final Function<Notification, Optional<NewNote>> notes;
  private final IdSource ids;

  /**
   * @param data what a notification is about, as JSON
   * @param dates writes dates as the API does
   * @param notes what a mail says of it; empty when it is not told by mail
   */
  public SensorMessages(
      Callbacks callbacks,
      Function<Notification, String> data,
      Function<Instant, String> dates,
      Function<Notification, Optional<NewNote>> notes,
      IdSource ids) {
    this.callbacks = callbacks;
    this.data = data;
    this.dates = dates;
    this.notes = notes;
    this.ids = ids;
  }

  @Override
  public boolean areTogether(Notification first, Notification second) {
    return false;
  }

  @Override
  public Told make(List<Notification> together) {
    var notification = together.getFirst();
    var matching =
        callbacks.list(notification.owner()).stream()
            .filter(callback -> wants(callback, notification))
            .toList();
    return new Told(
        matching.isEmpty() ? List.of() : deliveries(notification, matching),
        notes.apply(notification));
  }

  private static boolean wants(Callback callback, Notification notification) {
    return callback.disabled() == null
        && (callback.typeBits() & notification.type().callbackBit()) != 0;
  }

  private List<NewDelivery> deliveries(Notification notification, List<Callback> matching) {
    var json = data.apply(notification); // once for all callbacks
    return matching.stream().map(callback -> delivery(notification, callback, json)).toList();
  }

  private NewDelivery delivery(Notification notification, Callback callback, String json) {
    var body = Envelope.body(notification, callback.id(), dates.apply(notification.at()), json);
    int bytes = body.getBytes(UTF_8).length;
    if (bytes > MAX_BODY_BYTES) {
      throw new IllegalStateException("its body has " + bytes + " bytes");
    }
    return new NewDelivery(callback.id(), ids.newMessageId(), notification.type().wireName(), body);
  }
}
