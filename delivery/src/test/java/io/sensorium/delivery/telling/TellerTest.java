package io.sensorium.delivery.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.delivery.SettableClock;
import io.sensorium.store.StoreException;
import io.sensorium.store.outbox.Callback;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.Callbacks.NewCallback;
import io.sensorium.store.outbox.NotificationQueue.NewNote;
import io.sensorium.store.outbox.NotificationQueue.Parked;
import io.sensorium.store.outbox.Notifications;
import io.sensorium.store.sealing.SealingKey;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellerTest {

  private static final SensorUserId ANNA = new SensorUserId(1);
  private static final SensorUserId BERT = new SensorUserId(2);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path directory;

  private Store store;
  private Notifications notifications;
  private Callbacks callbacks;

  @BeforeEach
  void open() {
    store = Store.openSqlite(directory);
    notifications = store.outbox().notifications();
    callbacks = store.outbox().callbacks(SealingKey.ofDirectory(directory));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theDataIsMadeOnceForAllCallbacksOfTheOwner() {
    var first = register(ANNA);
    var second = register(ANNA);
    var other = register(BERT);
    var made = new ArrayList<String>();
    notifications.add(List.of(alarm("a")));

    int told =
        teller(
                notification -> {
                  made.add(notification.key());
                  return "{}";
                })
            .tellPending();

    assertThat(told).isEqualTo(1);
    assertThat(made).containsExactly("a");
    assertThat(bodyOf(first)).contains("\"callback\":" + first.id() + ",");
    assertThat(bodyOf(second)).contains("\"callback\":" + second.id() + ",");
    assertThat(store.outbox().deliveryQueue().findDue(other.id(), NOON)).isEmpty();
  }

  @Test
  void aNotificationThatCannotBeToldIsParkedAndTheOthersGoOn() {
    var callback = register(ANNA);
    notifications.add(List.of(alarm("bad"), alarm("good")));

    teller(
            notification -> {
              if (notification.key().equals("bad")) {
                throw new IllegalStateException("its alarm is unknown");
              }
              return "{}";
            })
        .tellPending();

    assertThat(store.outbox().deliveries().list(callback.id(), Optional.empty(), 9)).hasSize(1);
    assertThat(notifications.listParked())
        .singleElement()
        .extracting(Parked::reason)
        .asString()
        .contains("its alarm is unknown");
  }

  @Test
  void aBodyThatIsTooLongIsParked() {
    register(ANNA);
    notifications.add(List.of(alarm("long")));

    teller(_ -> "\"" + "x".repeat(Messages.MAX_BODY_BYTES) + "\"").tellPending();

    assertThat(notifications.listParked()).hasSize(1);
  }

  @Test
  void whileTheStoreIsAwayNothingIsParked() {
    register(ANNA);
    notifications.add(List.of(alarm("a")));
    var away =
        teller(
            _ -> {
              throw new StoreException("away", true, new IllegalStateException());
            });

    assertThatThrownBy(away::tellPending).isInstanceOf(StoreException.class);
    assertThat(notifications.listParked()).isEmpty();

    teller(_ -> "{}").tellPending();
    assertThat(notifications.listPending(9)).isEmpty();
  }

  @Test
  void hundredsAreToldAtOnce() {
    var callback = register(ANNA);
    notifications.add(IntStream.range(0, 250).mapToObj(i -> alarm("n" + i)).toList());

    assertThat(teller(_ -> "{}").tellPending()).isEqualTo(250);
    assertThat(store.outbox().deliveries().list(callback.id(), Optional.empty(), 999)).hasSize(250);
  }

  @Test
  void whatAMailTellsBecomesANote() {
    notifications.add(List.of(alarm("a")));

    teller(_ -> "{}").tellPending();

    assertThat(store.outbox().mails().listNotes(ANNA, 9))
        .singleElement()
        .satisfies(note -> assertThat(note.subject()).isEqualTo("about a"));
  }

  private Teller<Notification> teller(Function<Notification, String> data) {
    return new Teller<>(
        notifications,
        new SensorMessages(
            callbacks,
            data,
            Instant::toString,
            notification -> Optional.of(new NewNote("about " + notification.key(), "text")),
            new IdSource(new Random(1))),
        new SettableClock(NOON));
  }

  private Callback register(SensorUserId owner) {
    var url = new CallbackUrl("https://receiver.example/");
    return callbacks.create(new NewCallback(owner, null, url, 7, NOON)).orElseThrow().callback();
  }

  private String bodyOf(Callback callback) {
    return store.outbox().deliveryQueue().findDue(callback.id(), NOON).orElseThrow().body();
  }

  private static Notification alarm(String key) {
    var subject = new Notification.Subject.OfAlarm(new AlarmId(7), new SourceId(70), 700, 21.5);
    return new Notification(key, ANNA, NotificationType.ALARM_TRIGGERED, NOON, false, subject);
  }
}
