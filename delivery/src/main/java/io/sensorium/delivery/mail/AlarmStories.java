package io.sensorium.delivery.mail;

import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.Notification.Subject;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.sensing.SensorUser.NotificationChannel;
import io.sensorium.store.alarm.Alarms;
import io.sensorium.store.outbox.NotificationQueue.NewNote;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.SensorUsers;
import java.util.Optional;
import java.util.function.Function;

/** What mails tell of notifications: of alarms alone, and to those alone who want mail. */
public final class AlarmStories implements Function<Notification, Optional<NewNote>> {

  private final SensorUsers users;
  private final Devices devices;
  private final Alarms alarms;

  public AlarmStories(SensorUsers users, Devices devices, Alarms alarms) {
    this.users = users;
    this.devices = devices;
    this.alarms = alarms;
  }

  @Override
  public Optional<NewNote> apply(Notification notification) {
    if (!(notification.subject() instanceof Subject.OfAlarm subject)) {
      return Optional.empty();
    }
    return users
        .find(notification.owner())
        .filter(user -> user.notificationChannel() == NotificationChannel.EMAIL)
        .flatMap(user -> find(notification, subject, user))
        .map(AlarmText::note);
  }

  /** Empty when its log, source, sensor or gateway is gone: then there is nobody to warn. */
  private Optional<AlarmStory> find(
      Notification notification, Subject.OfAlarm subject, SensorUser reader) {
    var entry = alarms.findLogEntry(subject.logId());
    var source = devices.findSource(subject.source());
    var sensor = source.flatMap(found -> devices.findSensor(found.sensor()));
    var gateway = source.flatMap(found -> devices.findGateway(found.gateway()));
    if (entry.isEmpty() || sensor.isEmpty() || gateway.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AlarmStory(
            reader,
            notification.type(),
            notification.late(),
            gateway.get().title(),
            sensor.get().title(),
            source.get().title(),
            source.get().type(),
            subject.value(),
            entry.get()));
  }
}
