package io.sensorium.core.alarm;

import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.Notification.Subject.OfAlarm;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What owners are told of alarms. */
public final class AlarmNews {

  /** What is found later than this after it happened is told as late. */
  public static final Duration LATE_AFTER = Duration.ofMinutes(15);

  private AlarmNews() {}

  /**
   * Tells of a transition.
   *
   * @param logId its line in the log
   * @param timesUndone how often the same transition was found and undone before
   */
  public static Notification of(
      AlarmTransition transition, AlarmRule rule, long logId, long timesUndone, Instant foundAt) {
    var type =
        switch (transition.event()) {
          case TRIGGERED -> NotificationType.ALARM_TRIGGERED;
          case RECOVERED -> NotificationType.ALARM_RECOVERED;
          case ACKNOWLEDGED, DELETED -> throw new IllegalArgumentException("not a transition");
        };
    return news("", type, transition, rule, logId, timesUndone, foundAt);
  }

  /** Tells that a transition, which was told, did not happen after all. */
  public static Notification ofRetraction(
      AlarmTransition transition, AlarmRule rule, long logId, long timesUndone, Instant foundAt) {
    var type = NotificationType.ALARM_RETRACTED;
    return news("retracted:", type, transition, rule, logId, timesUndone, foundAt);
  }

  private static Notification news(
      String prefix,
      NotificationType type,
      AlarmTransition transition,
      AlarmRule rule,
      long logId,
      long timesUndone,
      Instant foundAt) {
    var key =
        "alarm:%d:%s%s:%d:%d"
            .formatted(
                rule.id().value(),
                prefix,
                transition.event().name().toLowerCase(Locale.ROOT),
                Micros.of(transition.date()),
                timesUndone);
    boolean late = transition.date().plus(LATE_AFTER).isBefore(foundAt);
    var subject = new OfAlarm(rule.id(), rule.source(), logId, transition.value());
    return new Notification(key, rule.owner(), type, transition.date(), late, subject);
  }
}
