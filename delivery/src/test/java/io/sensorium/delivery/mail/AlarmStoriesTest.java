package io.sensorium.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.alarm.Direction;
import io.sensorium.core.alarm.Severity;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.Notification.Subject;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.GatewayType;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.sensing.SensorUser.NotificationChannel;
import io.sensorium.core.sensing.SourceType;
import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.AlarmRevision;
import io.sensorium.store.alarm.Alarms.NewAlarm;
import io.sensorium.store.outbox.NotificationQueue.NewNote;
import io.sensorium.store.sensing.Devices.NewGateway;
import io.sensorium.store.sensing.Devices.NewSensor;
import io.sensorium.store.sensing.Devices.NewSource;
import io.sensorium.store.sensing.SensorUsers.NewUser;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a transition of an alarm, as the engine commits it, to the words of its mail. */
class AlarmStoriesTest {

  @TempDir Path directory;

  private Store store;
  private SensorUser anna;
  private DataSource source;

  @BeforeEach
  void open() {
    store = Store.openSqlite(directory);
    anna =
        store
            .sensorUsers()
            .create(
                new NewUser(
                    null, "anna@house.example", "hash", "Anna", "Maes", Set.of(), Readers.NOON))
            .orElseThrow();
    source = newSource();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private DataSource newSource() {
    var devices = store.devices();
    var gateway =
        devices
            .createGateway(
                new NewGateway("10000000", GatewayType.DEFAULT, null, null, "token", Readers.NOON))
            .orElseThrow();
    devices.associate(anna.id(), "10000000", null, "Cellar", Readers.NOON);
    var sensor = devices.putSensor(new NewSensor(gateway.id(), "aa00bb01", "Freezer", null));
    var type = SourceType.find("temp").orElseThrow();
    return devices.putSource(
        new NewSource(sensor.id(), "t", type, Duration.ofMinutes(15), "Temperature"));
  }

  @Test
  void whoWantsMailIsToldOfAnAlarm() {
    wants(NotificationChannel.EMAIL);

    assertThat(note(trigger()))
        .get()
        .extracting(NewNote::subject)
        .isEqualTo("Alarm: Temperature of Freezer is above -15 °C");
  }

  @Test
  void whoWantsNoMailIsNot() {
    wants(NotificationChannel.NONE);

    assertThat(note(trigger())).isEmpty();
  }

  @Test
  void onlyAlarmsAreToldByMail() {
    wants(NotificationChannel.EMAIL);
    var silent =
        new Notification(
            "silent",
            anna.id(),
            NotificationType.GATEWAY_DISCONNECTED,
            Readers.NOON,
            false,
            new Subject.OfDevice(source.gateway(), null, null));

    assertThat(note(silent)).isEmpty();
  }

  @Test
  void ofAGatewayThatIsGoneNothingIsTold() {
    wants(NotificationChannel.EMAIL);
    var triggered = trigger();
    store.devices().deleteGateway(source.gateway());

    assertThat(note(triggered)).isEmpty();
  }

  private Optional<NewNote> note(Notification notification) {
    return new AlarmStories(store.sensorUsers(), store.devices(), store.alarms())
        .apply(notification);
  }

  private void wants(NotificationChannel channel) {
    store.sensorUsers().update(Readers.withChannel(anna, channel));
  }

  /** What the engine adds to the outbox when it commits a transition. */
  private Notification trigger() {
    var condition = new AlarmCondition(-15, Direction.ABOVE, Duration.ZERO, 0);
    store
        .alarms()
        .create(
            new NewAlarm(anna.id(), source.id(), condition, Severity.CRITICAL, true, Readers.NOON));
    var track = store.alarmTracks().listChangedAfter(0, 10).getLast();
    long at = Micros.of(Readers.NOON);
    var triggered = new AlarmTransition(AlarmEvent.TRIGGERED, Readers.NOON, -12, condition, null);
    store
        .alarmTracks()
        .commit(
            new AlarmRevision(
                track,
                new AlarmHead(at, at, -12, true),
                List.of(triggered),
                List.of(),
                List.of(),
                Readers.NOON));
    return store.outbox().notifications().listPending(1).getFirst().notification();
  }
}
