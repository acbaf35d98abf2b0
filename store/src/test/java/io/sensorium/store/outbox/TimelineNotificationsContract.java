package io.sensorium.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.core.notification.MessageType;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.core.signals.Sighting;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.correction.SettledCorrections;
import io.sensorium.store.outbox.Callbacks.NewCallback;
import io.sensorium.store.outbox.NotificationQueue.NewDelivery;
import io.sensorium.store.outbox.NotificationQueue.Pending;
import io.sensorium.store.outbox.NotificationQueue.Told;
import io.sensorium.store.sealing.SealingKey;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.SnapshotChange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all notifications about people do, and the webhooks that stand beside them. */
public abstract class TimelineNotificationsContract {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ApplicationId APP = new ApplicationId("0123456789abcdef01234567");
  private static final ApplicationId OTHER_APP = new ApplicationId("89abcdef0123456701234567");
  private static final CallbackUrl URL = new CallbackUrl("https://receiver.example/hook");

  @TempDir Path keyDirectory;

  private final Samples samples = new Samples(5);
  private final UserId anna = samples.user();
  private final UserId bert = samples.user();
  private StoreFixture fixture;
  private Store store;
  private TimelineNotifications notifications;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void openFixture() {
    fixture = newFixture();
    open();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private void reopen() {
    store.close();
    open();
  }

  private void open() {
    store = fixture.open();
    notifications = store.timelineOutbox().notifications();
  }

  @Test
  void messagesAboutAUserAreReadAndNoOthers() {
    var webhook = webhook(APP);
    commit(anna, List.of(changed(anna, 1)));
    commit(bert, List.of(changed(bert, 1)));
    for (var pending : notifications.listPending(10)) {
      var message = "msg_" + pending.notification().user();
      notifications.tell(List.of(pending), told(webhook, message), NOON);
    }

    var read = new ArrayList<ToldMessage>();
    notifications.readMessages(anna, read::add);

    assertThat(read)
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.type()).isEqualTo("transport");
              assertThat(message.body()).isEqualTo("{}");
              assertThat(message.createdAt()).isEqualTo(NOON);
            });
  }

  @Test
  void everyKindComesBackAsItWasCommittedAndInOrder() {
    var trip = samples.tripId();
    var stay = samples.stayId();
    var before = new Sighting(NOON, new LatLon(51.05, 3.71));
    var after = new Sighting(NOON.plusNanos(1_000), new LatLon(-51.5, -3.25));
    var news =
        List.of(
            TimelineNotification.changed(anna, MessageType.TRANSPORT, trip, 1),
            TimelineNotification.removed(anna, MessageType.STATIONARY, stay, trip, 1),
            TimelineNotification.removed(anna, MessageType.TRANSPORT, trip, null, 2),
            TimelineNotification.located(anna, null, before),
            TimelineNotification.located(anna, before, after));

    commit(anna, news);
    reopen();

    assertThat(notifications.listPending(10))
        .extracting(Pending::notification)
        .containsExactlyElementsOf(news);
    assertThat(notifications.listPending(2)).hasSize(2);
  }

  @Test
  void aFactThatIsFoundAgainIsNotToldAgain() {
    var fact = changed(anna, 1);
    commit(anna, List.of(fact));

    commit(anna, List.of(fact));

    assertThat(notifications.listPending(10)).hasSize(1);
  }

  @Test
  void aReaderGoesOnBehindAPositionWithItsOwnUserAlone() {
    commit(anna, List.of(changed(anna, 1), changed(anna, 2)));
    commit(bert, List.of(changed(bert, 1)));
    commit(anna, List.of(changed(anna, 3)));

    var first = notifications.listAfter(anna, 0, 2);
    var rest = notifications.listAfter(anna, first.getLast().position(), 100);

    assertThat(first).hasSize(2);
    assertThat(rest).hasSize(1);
    assertThat(rest.getFirst().position()).isEqualTo(notifications.lastPosition());
    assertThat(notifications.listAfter(anna, notifications.lastPosition(), 100)).isEmpty();
    assertThat(notifications.listAfter(bert, 0, 100)).hasSize(1);
  }

  @Test
  void whatWasToldIsKeptForADayAndItsPositionIsNotGivenAgain() {
    commit(anna, List.of(changed(anna, 1), changed(anna, 2)));
    var both = notifications.listPending(10);
    notifications.tell(both.subList(0, 1), Told.NOBODY, NOON);
    var end = NOON.plus(TimelineNotifications.KEPT_FOR);

    notifications.prune(end);
    assertThat(notifications.listAfter(anna, 0, 10)).hasSize(2);
    assertThat(notifications.forgottenPosition()).isZero();

    notifications.prune(end.plus(Duration.ofSeconds(1)));
    assertThat(notifications.listAfter(anna, 0, 10)).containsExactly(both.getLast());
    assertThat(notifications.forgottenPosition()).isEqualTo(both.getFirst().position());

    notifications.tell(both.subList(1, 2), Told.NOBODY, NOON);
    notifications.prune(end.plus(Duration.ofSeconds(1)));
    reopen();
    commit(anna, List.of(changed(anna, 3)));
    assertThat(notifications.forgottenPosition()).isEqualTo(both.getLast().position());
    assertThat(notifications.listPending(1).getFirst().position())
        .isGreaterThan(both.getLast().position());
  }

  @Test
  void whatIsToldTogetherIsDeliveredOnce() {
    var webhook = webhook(APP);
    commit(anna, List.of(changed(anna, 1), changed(anna, 2)));
    var both = notifications.listPending(10);

    notifications.tell(both, told(webhook, "msg_1"), NOON);
    notifications.tell(both, told(webhook, "msg_1"), NOON);

    assertThat(notifications.listPending(10)).isEmpty();
    assertThat(deliveriesOf(webhook)).hasSize(1);
  }

  @Test
  void withAUserGoesAllThatTellsOfTheUser() {
    var webhook = webhook(APP);
    commit(anna, List.of(changed(anna, 1)));
    commit(bert, List.of(changed(bert, 1)));
    for (var pending : notifications.listPending(10)) {
      var message = "msg_" + pending.notification().user();
      notifications.tell(List.of(pending), told(webhook, message), NOON);
    }
    commit(anna, List.of(changed(anna, 2)));
    var waiting = notifications.listPending(10);

    notifications.deleteUser(anna);
    notifications.tell(waiting, told(webhook, "msg_late"), NOON);

    assertThat(notifications.listAfter(anna, 0, 10)).isEmpty();
    assertThat(notifications.listAfter(bert, 0, 10)).hasSize(1);
    assertThat(deliveriesOf(webhook))
        .extracting(Delivery::messageId)
        .containsExactly("msg_" + bert);
  }

  @Test
  void aWebhookBelongsToItsApplicationAndCanBeChanged() {
    var webhooks = webhooks();
    var webhook = webhook(APP);
    var other = new CallbackUrl("https://other.example/");

    assertThat(webhooks.find(OTHER_APP, webhook.id())).isEmpty();
    assertThat(webhooks.change(OTHER_APP, webhook.id(), other, 1)).isFalse();
    assertThat(webhooks.change(APP, webhook.id(), other, 15)).isTrue();

    assertThat(webhooks.list(APP))
        .containsExactly(new Callback(webhook.id(), APP, null, other, 15, NOON, null, null));
    assertThat(webhooks.list(OTHER_APP)).isEmpty();
  }

  @Test
  void aTrialWaitsLikeAnyDeliveryAndADisabledWebhookGetsNone() {
    var webhook = webhook(APP);
    var trial = new NewDelivery(webhook.id(), "msg_1", "test", "{}");
    var deliveries = store.timelineOutbox().deliveries();

    var sent = deliveries.send(trial, NOON).orElseThrow();

    assertThat(sent.type()).isEqualTo("test");
    assertThat(store.timelineOutbox().deliveryQueue().findDue(webhook.id(), NOON)).isPresent();
    webhooks().disable(APP, webhook.id(), NOON);
    assertThat(deliveries.send(trial, NOON)).isEmpty();
  }

  private Callbacks webhooks() {
    return store.timelineOutbox().webhooks(SealingKey.ofDirectory(keyDirectory));
  }

  private Callback webhook(ApplicationId owner) {
    return webhooks().create(new NewCallback(owner, null, URL, 3, NOON)).orElseThrow().callback();
  }

  private List<Delivery> deliveriesOf(Callback webhook) {
    return store.timelineOutbox().deliveries().list(webhook.id(), Optional.empty(), 10);
  }

  private static Told told(Callback webhook, String messageId) {
    var delivery = new NewDelivery(webhook.id(), messageId, "transport", "{}");
    return new Told(List.of(delivery), Optional.empty());
  }

  private TimelineNotification changed(UserId user, long revision) {
    return TimelineNotification.changed(user, MessageType.TRANSPORT, samples.tripId(), revision);
  }

  private void commit(UserId user, List<TimelineNotification> news) {
    store
        .folds()
        .commit(
            new Revision(
                user,
                List.of(),
                null,
                new FoldHead(Blob.EMPTY, 0, 0, Long.MAX_VALUE, 1),
                new SnapshotChange(0, 0, List.of()),
                List.of(),
                List.of(),
                List.of(),
                SettledCorrections.NONE,
                news));
  }
}
