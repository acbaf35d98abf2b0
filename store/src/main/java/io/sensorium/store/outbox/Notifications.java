package io.sensorium.store.outbox;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Facts that owners are to be told of: kept until delivery has taken them, and their keys for
 * {@link #KEYS_KEPT_FOR}.
 *
 * <p>Every implementation passes {@code NotificationsContract}. Safe for use by many threads.
 */
public interface Notifications {

  /** So long a fact that is found again is known, and not told again. */
  Duration KEYS_KEPT_FOR = Duration.ofDays(400);

  /** A notification that delivery has not taken yet. */
  record Pending(long position, Notification notification) {}

  /** What a callback is to be sent: the body as it goes out, at each attempt. */
  record NewDelivery(CallbackId callback, String messageId, String body) {}

  /** What a mail is to tell. */
  record NewNote(String subject, String text) {}

  /** What a notification became. */
  record Told(List<NewDelivery> deliveries, Optional<NewNote> note) {
    public Told {
      deliveries = List.copyOf(deliveries);
    }
  }

  /** A notification that cannot be told, with the reason. */
  record Parked(long position, Notification notification, String reason) {}

  /** Stores them and returns when they are on disk; one whose key is known is left out. */
  void add(List<Notification> notifications);

  /** Those that delivery has not taken, in the order of adding. */
  List<Pending> listPending(int limit);

  /** Stores what became of a notification, once: when it was told already nothing happens. */
  void tell(Pending pending, Told told, Instant at);

  /** Puts a notification that cannot be told out of the way of the others. */
  void park(long position, String reason);

  /** In the order of adding. */
  List<Parked> listParked();

  /** Tries those again that were parked; tells how many. */
  int replayParked();

  /** Removes all that is kept of an owner: notifications, callbacks, deliveries, mails. */
  void deleteOwner(SensorUserId owner);

  /** Forgets keys that are older than {@link #KEYS_KEPT_FOR}. */
  void prune(Instant now);
}
