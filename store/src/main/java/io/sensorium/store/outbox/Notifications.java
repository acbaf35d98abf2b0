package io.sensorium.store.outbox;

import io.sensorium.core.notification.Notification;
import java.util.List;

/**
 * Facts that owners are to be told of: kept until delivery has taken them.
 *
 * <p>Safe for use by many threads.
 */
public interface Notifications {

  /** Stores them and returns when they are on disk; one whose key is known is left out. */
  void add(List<Notification> notifications);
}
