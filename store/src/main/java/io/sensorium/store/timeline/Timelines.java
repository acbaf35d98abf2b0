package io.sensorium.store.timeline;

import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.LocalDays;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.TimelineEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Each user's timeline, for reading.
 *
 * <p>Every implementation passes {@code TimelinesContract}. Safe for use by many threads.
 */
public interface Timelines {

  /**
   * Events that show one of {@code days} between the local date of their start and that of their
   * end, oldest first. An open event shows every day since its start.
   */
  List<TimelineEvent> listEvents(UserId user, LocalDays days);

  /** The event of that id, or the one that took its place. */
  Optional<TimelineEvent> findEvent(UserId user, EventId event);

  Optional<TimelineEvent> findEventByStart(UserId user, Instant start);

  /** Hands out all events with their ways, oldest first, a few at a time. */
  void readEvents(UserId user, Consumer<StoredEvent> receiver);

  /** Hands out the ids that are no longer in use, a few at a time. */
  void readRetirements(UserId user, Consumer<Retirement> receiver);

  /** The way of a transport; empty for an unknown event, an empty path for a stay. */
  Optional<Path> findPath(UserId user, EventId event);
}
