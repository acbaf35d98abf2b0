package io.sensorium.store.outbox;

import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.TimelineNotification;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is new about people, in the order in which it became known: kept until delivery has taken
 * it, and for {@link #KEPT_FOR} after that, so that a stream that broke off can go on.
 *
 * <p>They are added in the transaction of the {@link io.sensorium.store.timeline.Revision} that
 * makes them true. Every implementation passes {@code TimelineNotificationsContract}. Safe for use
 * by many threads.
 */
public interface TimelineNotifications extends NotificationQueue<TimelineNotification> {

  /** So long a stream can go on where it broke off. */
  Duration KEPT_FOR = Duration.ofHours(24);

  /** Of a user, those behind a position, in the order of adding. */
  List<Pending<TimelineNotification>> listAfter(UserId user, long position, int limit);

  /** The position of the newest, of whomever; positions rise, and none is given twice. */
  long lastPosition();

  /** Up to this position some may be forgotten; behind it none is. */
  long forgottenPosition();

  /** Hands out the messages about a user that are in the log of deliveries, oldest first. */
  void readMessages(UserId user, Consumer<ToldMessage> receiver);

  /** Removes all that is kept of a user: notifications, and deliveries that tell of the user. */
  void deleteUser(UserId user);
}
