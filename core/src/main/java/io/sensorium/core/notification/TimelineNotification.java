package io.sensorium.core.notification;

import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.Sighting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something new about a person, that the applications and phones of that person are told of once.
 *
 * @param key names the fact: the same fact found again has the same key, and is not told again
 */
public record TimelineNotification(String key, UserId user, MessageType type, Subject subject) {

  /** What is new. */
  public sealed interface Subject {

    /** An event is new or looks different; what it looks like is in the timeline. */
    record Changed(EventId event) implements Subject {}

    /**
     * An event is no more.
     *
     * @param successor the event that took its place, or null when none did
     */
    record Removed(EventId event, @Nullable EventId successor) implements Subject {}

    /**
     * The person is somewhere else, or there still.
     *
     * @param previous where the person was known to be before, or null when that was nowhere
     */
    record Located(@Nullable Sighting previous, Sighting last) implements Subject {}

    /** A moment is new or looks different; what it looks like is in the habits. */
    record MomentChanged(String definitionId, Instant start) implements Subject {}

    /** A moment is no more. */
    record MomentRemoved(String definitionId, Instant start) implements Subject {}
  }

  /** An event of this type is new or looks different since that revision of the timeline. */
  public static TimelineNotification changed(
      UserId user, MessageType type, EventId event, long revision) {
    return new TimelineNotification(key(event, revision), user, type, new Subject.Changed(event));
  }

  /** An event of this type is no more since that revision of the timeline. */
  public static TimelineNotification removed(
      UserId user, MessageType type, EventId event, @Nullable EventId successor, long revision) {
    return new TimelineNotification(
        key(event, revision), user, type, new Subject.Removed(event, successor));
  }

  /** The person was seen at a later time than ever before. */
  public static TimelineNotification located(
      UserId user, @Nullable Sighting previous, Sighting last) {
    var key = "location/" + user + "/" + last.time();
    return new TimelineNotification(
        key, user, MessageType.LOCATION, new Subject.Located(previous, last));
  }

  /**
   * A moment of that definition and start is new or looks different.
   *
   * @param change rises with each change of the person's moments
   */
  public static TimelineNotification momentChanged(
      UserId user, String definitionId, Instant start, long change) {
    return new TimelineNotification(
        momentKey(user, definitionId, start, change),
        user,
        MessageType.MOMENT,
        new Subject.MomentChanged(definitionId, start));
  }

  /** A moment of that definition and start is no more since that change. */
  public static TimelineNotification momentRemoved(
      UserId user, String definitionId, Instant start, long change) {
    return new TimelineNotification(
        momentKey(user, definitionId, start, change),
        user,
        MessageType.MOMENT,
        new Subject.MomentRemoved(definitionId, start));
  }

  private static String momentKey(UserId user, String definitionId, Instant start, long change) {
    return "moment/" + user + "/" + definitionId + "/" + start + "/" + change;
  }

  private static String key(EventId event, long revision) {
    return "event/" + event + "/" + revision;
  }
}
