package io.sensorium.store.outbox;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.DeliveryId;
import io.sensorium.store.outbox.NotificationQueue.NewDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The log of what was sent to callbacks: what waits, and what became of the rest.
 *
 * <p>It holds all that waits, and of each callback the newest {@link #MAX_KEPT_PER_CALLBACK} that
 * ended, for {@link #KEPT_FOR}. Every implementation passes {@code DeliveriesContract}. Safe for
 * use by many threads.
 */
public interface Deliveries {

  Duration KEPT_FOR = Duration.ofDays(30);

  int MAX_KEPT_PER_CALLBACK = 1_000;

  /** Newest first; those before {@code before} if it is given. */
  List<Delivery> list(CallbackId callback, Optional<DeliveryId> before, int limit);

  Optional<Delivery.Log> findLog(CallbackId callback, DeliveryId id);

  /**
   * Sends something to a callback that no notification is behind, such as a trial.
   *
   * @return empty when there is no such callback, or it is disabled
   */
  Optional<Delivery> send(NewDelivery delivery, Instant now);

  /**
   * Sends once more what ended, with the same message id and body, and the whole row of retries.
   * Nothing happens when it waits already, or while the callback is disabled.
   */
  boolean replay(CallbackId callback, DeliveryId id, Instant now);

  /** Replays all that failed and were made at or after {@code since}; tells how many. */
  int replayFailed(CallbackId callback, Instant since, Instant now);
}
