package io.sensorium.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.sensorium.core.notification.WebhookSecret;
import io.sensorium.delivery.Receiver.Received;
import io.sensorium.delivery.Receiver.Reply;
import io.sensorium.store.outbox.Callback.Disabled;
import io.sensorium.store.outbox.Callback.Reason;
import io.sensorium.store.outbox.Callback.State;
import io.sensorium.store.outbox.Callbacks.Registered;
import io.sensorium.store.outbox.Delivery;
import io.sensorium.store.outbox.Delivery.Attempt;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

  private static final int SLOTS = 4;

  @TempDir Path directory;

  private final SettableClock clock = new SettableClock(Instant.now());
  private TestOutbox outbox;

  @BeforeEach
  void open() {
    outbox = new TestOutbox(directory, SLOTS, clock);
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void anAlarmReachesItsOwnersCallbackSigned() throws Exception {
    try (var receiver = Receiver.answering(204)) {
      var registered = outbox.register(receiver.url("/hook"), 2);

      outbox.addAlarm("a");

      var received = receiver.next();
      assertThat(received.body())
          .isEqualTo(
              """
              {"type":2,"callback":%s,"event_type":"alarm.triggered",\
              "timestamp":"2026-03-01T12:00:00Z","data":{"key":"a"}}"""
                  .formatted(registered.callback().id()));
      verify(registered.secret(), received);
      Eventually.holds(() -> stateOfNewest(registered) == Delivery.State.DELIVERED);
      assertThat(outbox.newestLog(registered).delivery().messageId())
          .isEqualTo(received.header("webhook-id"));
    }
  }

  @Test
  void aCallbackGetsTheTypesItWasRegisteredForAndNoOthers() {
    try (var alarms = Receiver.answering(200);
        var system = Receiver.answering(200);
        var all = Receiver.answering(200)) {
      outbox.register(alarms.url("/"), 2);
      outbox.register(system.url("/"), 5);
      outbox.register(all.url("/"), 7);

      outbox.addAlarm("a");
      outbox.addDisconnection("b");

      assertThat(all.next().body()).contains("alarm.triggered");
      assertThat(all.next().body()).contains("gateway.disconnected");
      assertThat(alarms.next().body()).contains("alarm.triggered");
      assertThat(system.next().body()).contains("gateway.disconnected");
      assertThat(alarms.waitingCount() + system.waitingCount()).isZero();
    }
  }

  @Test
  void aFailedDeliveryComesAgainWithTheSameIdAndBytesAndANewSignature() throws Exception {
    var answers = new AtomicInteger();
    try (var receiver = new Receiver(_ -> Reply.of(answers.getAndIncrement() == 0 ? 500 : 200))) {
      var registered = outbox.register(receiver.url("/"), 7);
      outbox.addAlarm("a");
      var first = receiver.next();
      Eventually.holds(() -> outbox.find(registered).state() == State.FAILING);

      clock.advance(Duration.ofSeconds(6));
      outbox.wake();

      var second = receiver.next();
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
      assertThat(second.header("webhook-timestamp"))
          .isNotEqualTo(first.header("webhook-timestamp"));
      verify(registered.secret(), second);
      Eventually.holds(() -> stateOfNewest(registered) == Delivery.State.DELIVERED);
      assertThat(outbox.find(registered).state()).isEqualTo(State.ACTIVE);
      assertThat(outbox.newestLog(registered).attempts())
          .extracting(Attempt::status)
          .containsExactly(500, 200);
    }
  }

  @Test
  void duringARotationTheReceiverMayKnowEitherSecret() throws Exception {
    try (var receiver = Receiver.answering(200)) {
      var registered = outbox.register(receiver.url("/"), 7);
      var id = registered.callback().id();
      var newer =
          outbox.callbacks().rotateSecret(TestOutbox.ANNA, id, clock.instant()).orElseThrow();

      outbox.addAlarm("a");

      var received = receiver.next();
      verify(registered.secret(), received);
      verify(newer, received);
    }
  }

  @Test
  void oneWhoDoesNotAnswerHoldsUpNobodyElse() throws InterruptedException {
    var stuck = new CountDownLatch(1);
    try (var slow = new Receiver(_ -> awaited(stuck));
        var quick = Receiver.answering(200)) {
      for (int i = 0; i < SLOTS - 1; i++) {
        outbox.register(slow.url("/" + i), 7);
      }
      outbox.register(quick.url("/"), 7);

      for (int i = 0; i < 30; i++) {
        outbox.addAlarm("a" + i);
      }

      var ids = new HashSet<String>();
      for (int i = 0; i < 30; i++) {
        ids.add(quick.next().header("webhook-id"));
      }
      assertThat(ids).hasSize(30);
      for (int i = 0; i < SLOTS - 1; i++) {
        slow.next();
      }
      assertThat(slow.waitingCount()).isZero(); // one at a time to each
      stuck.countDown();
    }
  }

  @Test
  void goneDisablesTheCallback() {
    try (var receiver = Receiver.answering(410)) {
      var registered = outbox.register(receiver.url("/"), 7);

      outbox.addAlarm("a");

      Eventually.holds(() -> outbox.find(registered).state() == State.DISABLED);
      assertThat(outbox.find(registered).disabled())
          .extracting(Disabled::reason)
          .isEqualTo(Reason.GONE);
      outbox.addAlarm("b");
      Eventually.holds(() -> outbox.notifications().listPending(1).isEmpty());
      var id = registered.callback().id();
      assertThat(outbox.deliveries().list(id, Optional.empty(), 9)).hasSize(1);
    }
  }

  @Test
  void aDeliveryIsGivenUpAfterAllRetriesAndTheReplayGoesThrough() {
    var status = new AtomicInteger(500);
    try (var receiver = new Receiver(_ -> Reply.of(status.get()))) {
      var registered = outbox.register(receiver.url("/"), 7);
      outbox.addAlarm("a");
      int attempts = 0;
      while (stateAfter(registered, ++attempts) == Delivery.State.WAITING) {
        clock.advance(Duration.ofHours(29));
        outbox.wake();
      }
      assertThat(outbox.find(registered).disabled())
          .extracting(Disabled::reason)
          .isEqualTo(Reason.FAILING); // its time was over before its retries were

      status.set(200);
      var id = registered.callback().id();
      outbox.callbacks().enable(TestOutbox.ANNA, id);
      outbox.deliveries().replayFailed(id, Instant.EPOCH, clock.instant());
      outbox.wake();

      Eventually.holds(() -> stateOfNewest(registered) == Delivery.State.DELIVERED);
      var ids = new HashSet<String>();
      for (int i = 0; i <= attempts; i++) {
        ids.add(receiver.next().header("webhook-id"));
      }
      assertThat(ids).hasSize(1);
    }
  }

  @Test
  void aReceiverThatIsBusyIsLeftAloneForAsLongAsItSays() {
    var answers = new AtomicInteger();
    var busy = new Reply(429, Map.of("Retry-After", "3600"));
    try (var receiver = new Receiver(_ -> answers.getAndIncrement() == 0 ? busy : Reply.of(200))) {
      var registered = outbox.register(receiver.url("/"), 7);
      outbox.addAlarm("a");
      receiver.next();
      Eventually.holds(() -> outbox.find(registered).state() == State.FAILING);

      outbox.addAlarm("b");
      clock.advance(Duration.ofMinutes(59));
      outbox.wake();
      Eventually.holds(() -> outbox.notifications().listPending(1).isEmpty());
      assertThat(receiver.waitingCount()).isZero();

      clock.advance(Duration.ofMinutes(2));
      outbox.wake();
      receiver.next();
      receiver.next();
    }
  }

  private Delivery.State stateOfNewest(Registered registered) {
    return outbox.newestLog(registered).delivery().state();
  }

  private Delivery.State stateAfter(Registered registered, int attempts) {
    Eventually.holds(
        () -> {
          var id = registered.callback().id();
          var all = outbox.deliveries().list(id, Optional.empty(), 1);
          return !all.isEmpty() && all.getFirst().attemptCount() == attempts;
        });
    return stateOfNewest(registered);
  }

  private static Reply awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the test is over
    }
    return Reply.of(200);
  }

  /** As a receiver does it, by a library that is not ours. */
  private static void verify(WebhookSecret secret, Received received) throws Exception {
    new Webhook(secret.text())
        .verify(received.body(), HttpHeaders.of(received.headers(), (_, _) -> true));
  }
}
