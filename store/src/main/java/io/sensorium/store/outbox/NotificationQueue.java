package io.sensorium.store.outbox;

import io.sensorium.core.id.CallbackId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Facts that somebody is to be told of, kept until delivery has taken them. One whose key is known
 * is not told again for as long as keys are kept.
 *
 * <p>Safe for use by many threads.
 *
 * @param <N> the kind of notification
 */
public interface NotificationQueue<N> {

  /** A notification that delivery has not taken yet. */
  record Pending<N>(long position, N notification) {}

  /**
   * What a callback is to be sent.
   *
   * @param type what the log calls it
   * @param body as it goes out, at each attempt
   */
  record NewDelivery(CallbackId callback, String messageId, String type, String body) {}

  /** What a mail is to tell. */
  record NewNote(String subject, String text) {}

  /** What a notification, or some that are told together, became. */
  record Told(List<NewDelivery> deliveries, Optional<NewNote> note) {

    /** Nobody wants to know. */
    public static final Told NOBODY = new Told(List.of(), Optional.empty());

    public Told {
      deliveries = List.copyOf(deliveries);
    }
  }

  /** A notification that could not be told at that instant, with the reason. */
  record Parked<N>(long position, N notification, Instant at, String reason) {}

  /** Those that delivery has not taken, in the order of adding. */
  List<Pending<N>> listPending(int limit);

  /**
   * Stores what became of notifications that are told together, once: when they were told already
   * nothing happens.
   */
  void tell(List<Pending<N>> together, Told told, Instant at);

  /** Puts a notification that cannot be told out of the way of the others. */
  void park(long position, String reason, Instant at);

  /** In the order of adding. */
  List<Parked<N>> listParked();

  /** Tries those again that were parked; tells how many. */
  int replayParked();

  /** Forgets what was told so long ago that it is not to be known any more. */
  void prune(Instant now);
}
