package io.sensorium.engine.flow;

import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.MessageType;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TimelineEvent.Stationary;
import io.sensorium.core.timeline.TimelineEvent.Transport;
import io.sensorium.store.timeline.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is worth telling of a step: events that are no more, and those that are new or changed. */
final class TimelineNews {
  /*
   * An event that goes on grows with every fix. Its distance and its centre are told when something
   * else of it changes, and when it ends: a message for each fix would say nothing that the location
   * does not. Told state is compared with what the step found stored, in the step's own transaction,
   * so that deriving the same again tells nothing.
   */

  private TimelineNews() {}

  /** Removed events first, so that nobody who follows holds two for the same time. */
  static List<TimelineNotification> of(UserId user, long revision, TimelineChange.Settled settled) {
    var before = byId(settled.old());
    var news = new ArrayList<TimelineNotification>();
    for (var retired : settled.retired()) {
      var old = before.get(retired.id());
      if (old != null) {
        news.add(
            TimelineNotification.removed(
                user, type(old), retired.id(), retired.successor(), revision));
      }
    }
    for (var stored : settled.put()) {
      var event = stored.event();
      var old = before.get(event.id());
      if (old == null || looksDifferent(old, event)) {
        news.add(TimelineNotification.changed(user, type(event), event.id(), revision));
      }
    }
    return news;
  }

  private static Map<EventId, TimelineEvent> byId(List<StoredEvent> stored) {
    var events = new HashMap<EventId, TimelineEvent>();
    stored.forEach(it -> events.put(it.event().id(), it.event()));
    return events;
  }

  private static MessageType type(TimelineEvent event) {
    return switch (event) {
      case Stationary _ -> MessageType.STATIONARY;
      case Transport _ -> MessageType.TRANSPORT;
    };
  }

  private static boolean looksDifferent(TimelineEvent old, TimelineEvent fresh) {
    var was = old.when();
    var is = fresh.when();
    boolean ended = is.end() != null;
    if (!was.start().equals(is.start())
        || !was.startOffset().equals(is.startOffset())
        || !Objects.equals(was.end(), is.end())
        || (ended && !was.endOffset().equals(is.endOffset()))
        || old.analysisType() != fresh.analysisType()) {
      return true;
    }
    return switch (fresh) {
      case Stationary stay -> !(old instanceof Stationary other) || differ(other, stay, ended);
      case Transport transport ->
          !(old instanceof Transport other) || differ(other, transport, ended);
    };
  }

  private static boolean differ(Stationary old, Stationary fresh, boolean ended) {
    return old.significance() != fresh.significance()
        || !Objects.equals(old.placeName(), fresh.placeName())
        || (ended && !old.center().equals(fresh.center()));
  }

  private static boolean differ(Transport old, Transport fresh, boolean ended) {
    return old.mode() != fresh.mode() || (ended && old.distanceMeters() != fresh.distanceMeters());
  }
}
