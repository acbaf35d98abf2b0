package io.sensorium.store.driving;

import io.sensorium.core.driving.BehaviorFeatures;
import io.sensorium.core.driving.Drive;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * How each transport was driven.
 *
 * <p>Every implementation passes {@code DrivesContract}. Safe for use by many threads. A drive goes
 * when its event goes.
 */
public interface Drives {

  /** How that event was driven; empty while nothing was worked out. */
  Optional<Drive> find(UserId user, EventId event);

  /** The features of one drive alone, without its annotations. */
  Optional<BehaviorFeatures> findFeatures(UserId user, EventId event);

  /** The features of the drives of those events that start between two instants, both included. */
  Map<EventId, BehaviorFeatures> listFeatures(UserId user, Instant first, Instant last);

  /** Hands out all of a user, a few at a time. */
  void readAll(UserId user, BiConsumer<EventId, Drive> receiver);

  /**
   * Puts a drive in place of what is known of the event.
   *
   * @return false when the user has no such event (any more), and nothing is kept
   */
  boolean put(UserId user, EventId event, Drive drive);
}
