package io.sensorium.store.outbox;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.DeliveryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries that are due, for whoever sends them.
 *
 * <p>Every implementation passes {@code DeliveriesContract}. Safe for use by many threads.
 */
public interface DeliveryQueue {

  /** So many wait for one callback at the most; what comes then has failed at once. */
  int MAX_WAITING_PER_CALLBACK = 10_000;

  /** A callback for which something is due. */
  record DueCallback(CallbackId id, boolean failing) {}

  /**
   * A delivery that is due.
   *
   * @param triesDone attempts since it was made or replayed
   * @param failuresInRow attempts of the callback since the last one that went through
   */
  record Due(
      DeliveryId id,
      Callback callback,
      String messageId,
      String body,
      int triesDone,
      int failuresInRow) {}

  /** What an attempt leads to. */
  sealed interface Verdict {

    /** It went through. */
    record Delivered() implements Verdict {}

    /**
     * It is to be tried again.
     *
     * @param holdUntil nothing is sent to this callback before
     */
    record Again(Instant nextAt, Instant holdUntil) implements Verdict {}

    /** It is not tried again. */
    record GivenUp(Instant holdUntil) implements Verdict {}

    /** Nothing is sent to this callback any more. */
    record Disabled(Callback.Reason reason) implements Verdict {}
  }

  /**
   * An attempt, and what it leads to.
   *
   * @param status the HTTP status of the answer; null when there was none
   * @param error what went wrong; null when it went through
   */
  record Outcome(
      Instant at,
      int durationMillis,
      @Nullable Integer status,
      @Nullable String error,
      Verdict verdict) {}

  /** Those that are not held, the healthy ones first. */
  List<DueCallback> listDueCallbacks(Instant now);

  /** The delivery of a callback that is due longest; empty while the callback is held. */
  Optional<Due> findDue(CallbackId callback, Instant now);

  /** Writes down an attempt and what it leads to; nothing when the delivery is gone. */
  void record(Due due, Outcome outcome);

  /** Forgets what ended too long ago, or too many attempts ago. */
  void prune(Instant now);
}
