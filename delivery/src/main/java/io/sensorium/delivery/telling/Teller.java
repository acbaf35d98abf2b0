package io.sensorium.delivery.telling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.core.id.IdSource;
import io.sensorium.core.notification.Notification;
import io.sensorium.store.StoreException;
import io.sensorium.store.outbox.Callback;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.Notifications;
import io.sensorium.store.outbox.Notifications.NewDelivery;
import io.sensorium.store.outbox.Notifications.NewNote;
import io.sensorium.store.outbox.Notifications.Pending;
import io.sensorium.store.outbox.Notifications.Told;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes notifications, in their order, and makes of each what its owner's callbacks are sent and
 * what a mail tells. A notification that cannot be told is parked, so that the others go on.
 */
public final class Teller {

  /** So long a body may be. */
  public static final int MAX_BODY_BYTES = 64 << 10;

  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final int BATCH = 100;
  private static final int MESSAGE_ID_BYTES = 16;

  private final Notifications notifications;
  private final Callbacks callbacks;
  private final Function<Notification, String> data;
  private final Function<Instant, String> dates;
  private final Function<Notification, Optional<NewNote>> notes;
  private final IdSource ids;
  private final Clock clock;

  /**
   * A teller.
   *
   * @param data what a notification is about, as JSON
   * @param dates writes dates as the API does
   * @param notes what a mail says of it; empty when it is not told by mail
   */
  public Teller(
      Notifications notifications,
      Callbacks callbacks,
      Function<Notification, String> data,
      Function<Instant, String> dates,
      Function<Notification, Optional<NewNote>> notes,
      IdSource ids,
      Clock clock) {
    this.notifications = notifications;
    this.callbacks = callbacks;
    this.data = data;
    this.dates = dates;
    this.notes = notes;
    this.ids = ids;
    this.clock = clock;
  }

  /** Takes all that wait; tells how many there were. */
  public int tellPending() {
    int count = 0;
    List<Pending> pending;
    do {
      pending = notifications.listPending(BATCH);
      pending.forEach(this::tellOrPark);
      count += pending.size();
    } while (pending.size() == BATCH);
    return count;
  }

  private void tellOrPark(Pending pending) {
    try {
      notifications.tell(pending, told(pending.notification()), clock.instant());
    } catch (StoreException e) {
      if (e.isRetryable()) {
        throw e; // nothing is wrong with the notification
      }
      park(pending, e);
    } catch (RuntimeException e) { // whatever is wrong with this one, the others are to be told
      park(pending, e);
    }
  }

  private void park(Pending pending, RuntimeException reason) {
    LOG.error("notification {} cannot be told", pending.notification().key(), reason);
    notifications.park(pending.position(), String.valueOf(reason));
  }

  private Told told(Notification notification) {
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
    return new NewDelivery(callback.id(), "msg_" + ids.hex(MESSAGE_ID_BYTES), body);
  }
}
