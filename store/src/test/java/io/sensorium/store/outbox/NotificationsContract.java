package io.sensorium.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.id.WorkflowId;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.Notification.Subject;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.store.outbox.Mails.Mail;
import io.sensorium.store.outbox.NotificationQueue.NewDelivery;
import io.sensorium.store.outbox.NotificationQueue.NewNote;
import io.sensorium.store.outbox.NotificationQueue.Pending;
import io.sensorium.store.outbox.NotificationQueue.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What all notifications do. */
public abstract class NotificationsContract extends OutboxContract {

  @Test
  void everyKindComesBackAsItWasAddedAndInOrder() {
    var gateway = new GatewayId(3);
    var sensor = new SensorId(30);
    var source = new SourceId(300);
    var added =
        List.of(
            alarm("a", ANNA),
            about("b", NotificationType.MEASUREMENT_BUTTON, measured(gateway, sensor, source)),
            about("c", NotificationType.BATTERY_LOW, new Subject.OfDevice(gateway, sensor, source)),
            about(
                "d",
                NotificationType.GATEWAY_DISCONNECTED,
                new Subject.OfDevice(gateway, null, null)),
            about(
                "e",
                NotificationType.WORKFLOW_FINISHED,
                new Subject.OfWorkflow(new WorkflowId(9), gateway)));

    notifications.add(added);
    reopen();

    assertThat(notifications.listPending(10))
        .extracting(Pending::notification)
        .containsExactlyElementsOf(added);
    assertThat(notifications.listPending(2)).hasSize(2);
  }

  @Test
  void aFactThatIsFoundAgainIsNotToldAgain() {
    notifications.add(List.of(alarm("a", ANNA), alarm("a", ANNA)));
    var first = notifications.listPending(10).getFirst();
    notifications.tell(List.of(first), Told.NOBODY, NOON);

    notifications.add(List.of(alarm("a", ANNA)));

    assertThat(notifications.listPending(10)).isEmpty();
  }

  @Test
  void aKeyIsForgottenOnlyWhenItIsOldAndTold() {
    notifications.add(List.of(alarm("told", ANNA), alarm("waiting", ANNA)));
    notifications.tell(notifications.listPending(1), Told.NOBODY, NOON);

    notifications.prune(NOON.plus(Notifications.KEYS_KEPT_FOR));
    notifications.add(List.of(alarm("told", ANNA)));
    assertThat(notifications.listPending(10)).hasSize(1);

    notifications.prune(NOON.plus(Notifications.KEYS_KEPT_FOR).plus(Duration.ofSeconds(1)));
    notifications.add(List.of(alarm("told", ANNA)));
    assertThat(notifications.listPending(10)).hasSize(2);
  }

  @Test
  void tellingTwiceDeliversOnce() {
    var callback = callback(ANNA);
    notifications.add(List.of(alarm("a", ANNA)));
    var pending = notifications.listPending(10).getFirst();
    var told =
        new Told(
            List.of(new NewDelivery(callback.id(), "msg_1", "alarm.triggered", "{}")),
            Optional.of(new NewNote("subject", "text")));

    notifications.tell(List.of(pending), told, NOON);
    notifications.tell(List.of(pending), told, NOON);

    assertThat(deliveries.list(callback.id(), Optional.empty(), 10)).hasSize(1);
    assertThat(mails.listNotes(ANNA, 10)).hasSize(1);
  }

  @Test
  void aCallbackThatWasDeletedMeanwhileGetsNothing() {
    var callback = callback(ANNA);
    notifications.add(List.of(alarm("a", ANNA)));
    var pending = notifications.listPending(10).getFirst();
    callbacks.delete(ANNA, callback.id());

    notifications.tell(
        List.of(pending),
        new Told(
            List.of(new NewDelivery(callback.id(), "msg_1", "alarm.triggered", "{}")),
            Optional.empty()),
        NOON);

    assertThat(deliveries.list(callback.id(), Optional.empty(), 10)).isEmpty();
    assertThat(notifications.listPending(10)).isEmpty();
  }

  @Test
  void aParkedNotificationIsOutOfTheWayUntilItIsReplayed() {
    notifications.add(List.of(alarm("bad", ANNA), alarm("good", ANNA)));
    var bad = notifications.listPending(1).getFirst();

    notifications.park(bad.position(), "its alarm is unknown", NOON);

    assertThat(notifications.listPending(10))
        .extracting(p -> p.notification().key())
        .containsExactly("good");
    assertThat(notifications.listParked())
        .containsExactly(
            new NotificationQueue.Parked<>(
                bad.position(), alarm("bad", ANNA), NOON, "its alarm is unknown"));

    assertThat(notifications.replayParked()).isEqualTo(1);
    assertThat(notifications.listPending(10)).hasSize(2);
    assertThat(notifications.listParked()).isEmpty();
  }

  @Test
  void whatIsKeptOfAnOwnerGoesWithThemAndNothingElse() {
    var annas = callback(ANNA);
    var berts = callback(BERT);
    tell(annas.id(), "a", NOON);
    tell(berts.id(), "b", NOON);
    tellByMail("e");
    mails.compose(mails.listNotes(ANNA, 1), new Mail("<1@x>", ANNA, "subject", "text"), NOON);
    tellByMail("f");
    notifications.add(List.of(alarm("c", ANNA), alarm("d", BERT)));

    notifications.deleteOwner(ANNA);

    assertThat(callbacks.list(ANNA)).isEmpty();
    assertThat(deliveries.list(annas.id(), Optional.empty(), 10)).isEmpty();
    assertThat(mails.countMails(ANNA, NOON.minusSeconds(1))).isZero();
    assertThat(mails.listNotes(ANNA, 1)).isEmpty();
    assertThat(callbacks.list(BERT)).containsExactly(berts);
    assertThat(deliveries.list(berts.id(), Optional.empty(), 10)).hasSize(1);
    assertThat(notifications.listPending(10))
        .extracting(p -> p.notification().key())
        .containsExactly("d");
  }

  private void tellByMail(String key) {
    notifications.add(List.of(alarm(key, ANNA)));
    var note = new NewNote("about " + key, "text");
    notifications.tell(notifications.listPending(1), new Told(List.of(), Optional.of(note)), NOON);
  }

  private static Subject measured(GatewayId gateway, SensorId sensor, SourceId source) {
    return new Subject.OfMeasurement(gateway, sensor, source, -3.25);
  }

  private static Notification about(String key, NotificationType type, Subject subject) {
    return new Notification(key, BERT, type, NOON.plusNanos(1_000), true, subject);
  }
}
