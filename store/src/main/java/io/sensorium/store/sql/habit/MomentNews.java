package io.sensorium.store.sql.habit;

import io.sensorium.core.habit.Moment;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.TimelineNotification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be told when moments take the place of others. */
final class MomentNews {

  /** What names a moment of a person. */
  private record Name(String definitionId, Instant start) {}

  private MomentNews() {}

  /**
   * Those that are no more, then those that are new or look different.
   *
   * @param change of no change before
   */
  static List<TimelineNotification> of(
      UserId user, List<Moment> before, List<Moment> after, long change) {
    var was = byName(before);
    var is = byName(after);
    var news = new ArrayList<TimelineNotification>();
    for (var name : was.keySet()) {
      if (!is.containsKey(name)) {
        news.add(
            TimelineNotification.momentRemoved(user, name.definitionId(), name.start(), change));
      }
    }
    is.forEach(
        (name, moment) -> {
          if (!moment.equals(was.get(name))) {
            news.add(
                TimelineNotification.momentChanged(
                    user, name.definitionId(), name.start(), change));
          }
        });
    return news;
  }

  private static Map<Name, Moment> byName(List<Moment> moments) {
    var named = new LinkedHashMap<Name, Moment>();
    for (var moment : moments) {
      named.put(new Name(moment.definitionId(), moment.when().start()), moment);
    }
    return named;
  }
}
