package io.sensorium.delivery.telling;

import io.sensorium.store.outbox.NotificationQueue.Told;
import java.util.List;

/**
 * Makes of notifications what is sent about them.
 *
 * @param <N> the kind of notification
 */
public interface Messages<N> {

  /** So long a body may be. */
  int MAX_BODY_BYTES = 64 << 10;

  /** Whether two notifications that follow each other may be told in one message. */
  boolean areTogether(N first, N second);

  /** What is sent about notifications that are told together, to whom. */
  Told make(List<N> together);
}
