package io.sensorium.delivery.callback;

import io.sensorium.core.id.CallbackId;
import io.sensorium.store.StoreException;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.DeliveryQueue;
import io.sensorium.store.outbox.DeliveryQueue.Due;
import io.sensorium.store.outbox.DeliveryQueue.Outcome;
import io.sensorium.store.outbox.DeliveryQueue.Verdict;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due for one callback, one delivery after the other. */
final class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final DeliveryQueue queue;
  private final Callbacks callbacks;
  private final CallbackClient client;
  private final Judge judge;
  private final Clock clock;
  private volatile boolean closed;

  Courier(
      DeliveryQueue queue, Callbacks callbacks, CallbackClient client, Judge judge, Clock clock) {
    this.queue = queue;
    this.callbacks = callbacks;
    this.client = client;
    this.judge = judge;
    this.clock = clock;
  }

  /** Sends so many deliveries at the most; tells how many it was. */
  int deliverDue(CallbackId callback, int limit) {
    for (int sent = 0; sent < limit; sent++) {
      var due = queue.findDue(callback, clock.instant());
      if (due.isEmpty() || closed || !attempt(due.get())) {
        return sent;
      }
    }
    return limit;
  }

  /** Writes down no failure that comes after this: it may be of our own making. */
  void close() {
    closed = true;
  }

  private boolean attempt(Due due) {
    var start = clock.instant();
    long startNanos = System.nanoTime();
    var answer = send(due, start);
    if (closed && answer instanceof Answer.None) {
      return false; // the next start sends it again
    }
    int millis = (int) ((System.nanoTime() - startNanos) / 1_000_000);
    record(due, answer, start, millis);
    return true;
  }

  private Answer send(Due due, Instant at) {
    try {
      var secrets = callbacks.listSecrets(due.callback().id(), at);
      var headers = Signature.headers(due.messageId(), at, due.body(), secrets);
      return client.post(due.callback().url(), headers, due.body());
    } catch (StoreException e) {
      if (e.isRetryable()) {
        throw e;
      }
      LOG.error("callback {}: {}", due.callback().id(), e.getMessage());
      return new Answer.None("its secret cannot be read; a new one helps");
    }
  }

  private void record(Due due, Answer answer, Instant start, int millis) {
    var status = answer instanceof Answer.Answered(int code, _) ? code : null;
    var error = Judge.error(answer);
    var verdict = judge.judge(due, answer, start.plusMillis(millis));
    queue.record(due, new Outcome(start, millis, status, error, verdict));
    if (verdict instanceof Verdict.Disabled(var reason)) {
      LOG.warn("callback {} is disabled: {}", due.callback().id(), reason);
    }
  }
}
