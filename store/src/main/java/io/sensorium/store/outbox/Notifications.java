package io.sensorium.store.outbox;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.notification.Notification;
import java.time.Duration;
import java.util.List;

/**
 * Facts that owners of sensors are to be told of: kept until delivery has taken them, and their
 * keys for {@link #KEYS_KEPT_FOR}.
 *
 * <p>Every implementation passes {@code NotificationsContract}. Safe for use by many threads.
 */
public interface Notifications extends NotificationQueue<Notification> {

  /** So long a fact that is found again is known, and not told again. */
  Duration KEYS_KEPT_FOR = Duration.ofDays(400);

  /** Stores them and returns when they are on disk; one whose key is known is left out. */
  void add(List<Notification> notifications);

  /** Removes all that is kept of an owner: notifications, callbacks, deliveries, mails. */
  void deleteOwner(SensorUserId owner);
}
