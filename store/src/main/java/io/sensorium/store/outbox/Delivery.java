package io.sensorium.store.outbox;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.DeliveryId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to one callback about one notification, and how far that has come.
 *
 * @param messageId the same over all attempts: by it a receiver knows what it has had already
 * @param type what it tells of, such as {@code alarm.triggered}
 * @param attemptCount attempts so far, replays included
 * @param nextAt when the next attempt is due; null when there is none
 * @param lastStatus the HTTP status of the last attempt; null when there was no answer
 * @param lastError what went wrong last; null when nothing did
 */
public record Delivery(
    DeliveryId id,
    CallbackId callback,
    String messageId,
    String type,
    Instant createdAt,
    State state,
    int attemptCount,
    @Nullable Instant nextAt,
    @Nullable Integer lastStatus,
    @Nullable String lastError) {

  /** How far a delivery has come. */
  public enum State {
    WAITING,
    DELIVERED,
    /** Given up; it can be replayed. */
    FAILED
  }

  /**
   * One try to deliver.
   *
   * @param number from 1 up
   * @param status the HTTP status of the answer; null when there was none
   * @param error what went wrong; null when it went through
   */
  public record Attempt(
      int number,
      Instant at,
      int durationMillis,
      @Nullable Integer status,
      @Nullable String error) {}

  /** A delivery with its attempts, oldest first. */
  public record Log(Delivery delivery, List<Attempt> attempts) {
    public Log {
      attempts = List.copyOf(attempts);
    }
  }
}
