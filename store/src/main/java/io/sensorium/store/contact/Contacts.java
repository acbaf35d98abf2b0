package io.sensorium.store.contact;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the engine keeps of silences, batteries, and habits of sensors.
 *
 * <p>Every implementation passes {@code ContactsContract}. Safe for use by many threads.
 */
public interface Contacts {

  /** Silences that last, by gateway and sensor. */
  List<Silence> listOpen();

  /** Silences that ended at or after an instant, and were not retracted. */
  List<Silence> listEnded(Instant from);

  /** Saves silences as they are now, with what owners are told of it, in one transaction. */
  void putSilences(List<Silence> silences, List<Notification> notifications);

  /** Removes a silence that turned out to be none, and tells of it. */
  void retractSilence(Silence silence, List<Notification> notifications);

  /** Removes silences that ended before an instant. */
  void forgetSilences(Instant endedBefore);

  Set<SourceId> listLowBatteries();

  /** Remembers that a battery is low, and tells of it. */
  void addLowBattery(SourceId source, Instant since, List<Notification> notifications);

  void removeLowBattery(SourceId source);

  /** The longest gaps of late, of sensors that report more seldom than their interval says. */
  Map<SensorId, Duration> listUsualGaps();

  /** Puts gaps; one of zero is forgotten. */
  void putUsualGaps(Map<SensorId, Duration> gaps);

  /** Removes what is kept of a gateway that is gone. */
  void removeGateway(GatewayId gateway);
}
