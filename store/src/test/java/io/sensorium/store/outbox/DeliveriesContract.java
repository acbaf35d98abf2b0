package io.sensorium.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.CallbackId;
import io.sensorium.store.outbox.Callback.Disabled;
import io.sensorium.store.outbox.Callback.Reason;
import io.sensorium.store.outbox.Delivery.Attempt;
import io.sensorium.store.outbox.Delivery.State;
import io.sensorium.store.outbox.DeliveryQueue.Due;
import io.sensorium.store.outbox.DeliveryQueue.DueCallback;
import io.sensorium.store.outbox.DeliveryQueue.Outcome;
import io.sensorium.store.outbox.DeliveryQueue.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all deliveries and their queue do. */
public abstract class DeliveriesContract extends OutboxContract {

  private Callback callback;

  @BeforeEach
  void register() {
    callback = callback(ANNA);
  }

  @Test
  void whatIsToldIsDueAtOnceWithItsBody() {
    tell(callback.id(), "a", NOON);
    reopen();

    assertThat(queue.listDueCallbacks(NOON.minusSeconds(1))).isEmpty();
    assertThat(queue.listDueCallbacks(NOON)).containsExactly(due(callback, false));
    var due = nextDue(NOON);
    assertThat(due).isEqualTo(new Due(due.id(), callback, "msg_a", "{\"key\":\"a\"}", 0, 0));
    assertThat(deliveries.list(callback.id(), Optional.empty(), 10))
        .containsExactly(
            new Delivery(
                due.id(),
                callback.id(),
                "msg_a",
                "alarm.triggered",
                NOON,
                State.WAITING,
                0,
                NOON,
                null,
                null));
  }

  @Test
  void aDeliveryThatWentThroughIsNotDueAgain() {
    tell(callback.id(), "a", NOON);

    record(nextDue(NOON), NOON, 204, null, new Verdict.Delivered());

    assertThat(queue.findDue(callback.id(), NOON)).isEmpty();
    var log = newestLog();
    assertThat(log.delivery().state()).isEqualTo(State.DELIVERED);
    assertThat(log.delivery().lastStatus()).isEqualTo(204);
    assertThat(log.attempts()).containsExactly(new Attempt(1, NOON, 20, 204, null));
  }

  @Test
  void aFailureMakesItDueLaterAndTheCallbackFailing() {
    tell(callback.id(), "a", NOON);
    var later = NOON.plusSeconds(5);

    fail(NOON, later, NOON);

    assertThat(queue.findDue(callback.id(), later.minusMillis(1))).isEmpty();
    var again = nextDue(later);
    assertThat(again.triesDone()).isEqualTo(1);
    assertThat(again.failuresInRow()).isEqualTo(1);
    assertThat(again.callback().failingSince()).isEqualTo(NOON);
    assertThat(again.callback().state()).isEqualTo(Callback.State.FAILING);
    assertThat(queue.listDueCallbacks(later)).containsExactly(due(callback, true));
    assertThat(newestLog().delivery().lastError()).isEqualTo("no answer");

    record(again, later, 200, null, new Verdict.Delivered());
    assertThat(callbacks.find(ANNA, callback.id())).contains(callback);
    assertThat(newestLog().delivery().lastError()).isNull();
    assertThat(newestLog().attempts()).hasSize(2);
  }

  @Test
  void whileACallbackIsHeldNothingOfItIsDueAndAllOfOthersIs() {
    var other = callback(ANNA);
    tell(callback.id(), "a", NOON);
    tell(callback.id(), "b", NOON);
    tell(other.id(), "c", NOON);

    fail(NOON, NOON.plusSeconds(5), NOON.plusSeconds(60));

    assertThat(queue.listDueCallbacks(NOON.plusSeconds(59))).containsExactly(due(other, false));
    assertThat(queue.findDue(callback.id(), NOON.plusSeconds(59))).isEmpty();
    assertThat(queue.listDueCallbacks(NOON.plusSeconds(60)))
        .containsExactly(due(other, false), due(callback, true));
    assertThat(nextDue(NOON.plusSeconds(60)).messageId()).isEqualTo("msg_b");
  }

  @Test
  void theLongestDueComesFirst() {
    tell(callback.id(), "late", NOON.plusSeconds(1));
    tell(callback.id(), "early", NOON);

    assertThat(nextDue(NOON.plusSeconds(9)).messageId()).isEqualTo("msg_early");
  }

  @Test
  void aDeliveryThatWasGivenUpCanBeReplayedWithAllItsTries() {
    tell(callback.id(), "a", NOON);
    giveUp();
    var failed = newestLog().delivery();
    assertThat(failed.state()).isEqualTo(State.FAILED);
    var later = NOON.plusSeconds(99);

    assertThat(deliveries.replay(new CallbackId(99), failed.id(), later)).isFalse();
    assertThat(deliveries.replay(callback.id(), failed.id(), later)).isTrue();
    assertThat(deliveries.replay(callback.id(), failed.id(), later)).isFalse();

    var due = nextDue(later);
    assertThat(due.messageId()).isEqualTo(failed.messageId());
    assertThat(due.triesDone()).isZero();
    record(due, later, 200, null, new Verdict.Delivered());
    assertThat(newestLog().attempts()).extracting(Attempt::number).containsExactly(1, 2);
  }

  @Test
  void allThatFailedSinceADateIsReplayed() {
    tell(callback.id(), "before", NOON.minusSeconds(1));
    giveUp();
    tell(callback.id(), "b", NOON);
    giveUp();
    tell(callback.id(), "c", NOON.plusSeconds(1));
    giveUp();
    tell(callback.id(), "delivered", NOON.plusSeconds(1));
    record(nextDue(NOON.plusSeconds(2)), NOON, 200, null, new Verdict.Delivered());

    assertThat(deliveries.replayFailed(callback.id(), NOON, NOON.plusSeconds(9))).isEqualTo(2);

    assertThat(deliveries.list(callback.id(), Optional.empty(), 10))
        .extracting(Delivery::state)
        .containsExactly(State.DELIVERED, State.WAITING, State.WAITING, State.FAILED);
  }

  @Test
  void aCallbackThatIsGoneIsDisabledAndWhatWaitsHasFailed() {
    tell(callback.id(), "a", NOON);
    tell(callback.id(), "b", NOON);

    record(nextDue(NOON), NOON, 410, "gone", new Verdict.Disabled(Reason.GONE));

    var disabled = callbacks.find(ANNA, callback.id()).orElseThrow();
    assertThat(disabled.disabled()).isEqualTo(new Disabled(Reason.GONE, NOON.plusMillis(20)));
    assertThat(queue.listDueCallbacks(NOON.plusSeconds(1))).isEmpty();
    var all = deliveries.list(callback.id(), Optional.empty(), 10);
    assertThat(all).extracting(Delivery::state).containsOnly(State.FAILED);
    assertThat(deliveries.replay(callback.id(), all.getFirst().id(), NOON)).isFalse();
    assertThat(deliveries.replayFailed(callback.id(), NOON, NOON)).isZero();

    callbacks.enable(ANNA, callback.id());
    assertThat(deliveries.replayFailed(callback.id(), NOON, NOON)).isEqualTo(2);
  }

  @Test
  void anAttemptThatEndsAfterItsDeliveryDidIsNotCounted() {
    tell(callback.id(), "a", NOON);
    var due = nextDue(NOON);
    callbacks.disable(ANNA, callback.id(), NOON);

    record(due, NOON, null, "no answer", new Verdict.Again(NOON, NOON));
    assertThat(newestLog().delivery().state()).isEqualTo(State.FAILED);

    callbacks.delete(ANNA, callback.id());
    record(due, NOON, 200, null, new Verdict.Delivered());
    assertThat(deliveries.list(callback.id(), Optional.empty(), 10)).isEmpty();
  }

  @Test
  void theLogIsReadPageByPageNewestFirst() {
    tell(callback.id(), "a", NOON);
    tell(callback.id(), "b", NOON);
    tell(callback.id(), "c", NOON);

    var first = deliveries.list(callback.id(), Optional.empty(), 2);
    var rest = deliveries.list(callback.id(), Optional.of(first.getLast().id()), 2);

    assertThat(first).extracting(Delivery::messageId).containsExactly("msg_c", "msg_b");
    assertThat(rest).extracting(Delivery::messageId).containsExactly("msg_a");
  }

  @Test
  void theLogForgetsWhatEndedAMonthAgoAndKeepsWhatWaits() {
    tell(callback.id(), "old", NOON);
    record(nextDue(NOON), NOON, 200, null, new Verdict.Delivered());
    tell(callback.id(), "waiting", NOON);
    var ended = NOON.plusMillis(20);

    queue.prune(ended.plus(Deliveries.KEPT_FOR));
    assertThat(deliveries.list(callback.id(), Optional.empty(), 10)).hasSize(2);

    queue.prune(ended.plus(Deliveries.KEPT_FOR).plus(Duration.ofMillis(1)));
    assertThat(deliveries.list(callback.id(), Optional.empty(), 10))
        .extracting(Delivery::messageId)
        .containsExactly("msg_waiting");
  }

  @Test
  void theLogOfACallbackKeepsTheNewestThousand() {
    for (int i = 0; i < Deliveries.MAX_KEPT_PER_CALLBACK + 2; i++) {
      tell(callback.id(), "n" + i, NOON);
    }
    callbacks.disable(ANNA, callback.id(), NOON);

    queue.prune(NOON);

    var kept = deliveries.list(callback.id(), Optional.empty(), 2_000);
    assertThat(kept).hasSize(Deliveries.MAX_KEPT_PER_CALLBACK);
    assertThat(kept.getLast().messageId()).isEqualTo("msg_n2");
  }

  private static DueCallback due(Callback callback, boolean failing) {
    return new DueCallback(callback.id(), failing);
  }

  private Due nextDue(Instant now) {
    return queue.findDue(callback.id(), now).orElseThrow();
  }

  private Delivery.Log newestLog() {
    var newest = deliveries.list(callback.id(), Optional.empty(), 1).getFirst();
    return deliveries.findLog(callback.id(), newest.id()).orElseThrow();
  }

  private void fail(Instant at, Instant next, Instant hold) {
    record(nextDue(at), at, null, "no answer", new Verdict.Again(next, hold));
  }

  private void giveUp() {
    var due = nextDue(NOON.plusSeconds(9));
    record(due, NOON, 500, "no", new Verdict.GivenUp(NOON));
  }

  private void record(
      Due due, Instant at, @Nullable Integer status, @Nullable String error, Verdict verdict) {
    queue.record(due, new Outcome(at, 20, status, error, verdict));
  }
}
