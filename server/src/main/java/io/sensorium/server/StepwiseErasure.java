package io.sensorium.server;

import io.sensorium.api.people.Erasure;
import io.sensorium.core.id.UserId;
import io.sensorium.store.StoreException;
import io.sensorium.store.erasure.Erasures;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases users step by step, one user at a time; what broke off is taken up again. */
final class StepwiseErasure implements Erasure {
  /*
   * First it is written down that the user is to be erased: from then on they are refused, and a
   * crash changes nothing about the outcome. Only when no byte of the facts is left, the user's own
   * rows go, and with them the note.
   */

  private static final Logger log = LoggerFactory.getLogger(StepwiseErasure.class);

  private final Erasures erasures;
  private final List<Consumer<UserId>> traces;
  private final Consumer<UserId> memory;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param traces each removes what is kept of a user outside of the store; twice does no harm
   * @param memory forgets what is remembered of a user
   * @param patience how long a caller waits for readers who still see what was removed
   */
  StepwiseErasure(
      Erasures erasures,
      List<Consumer<UserId>> traces,
      Consumer<UserId> memory,
      Duration patience,
      Clock clock) {
    this.erasures = erasures;
    this.traces = List.copyOf(traces);
    this.memory = memory;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public synchronized void erase(UserId user) {
    if (erasures.begin(user, clock.instant())) {
      goOn(user);
    }
  }

  /** Takes up what broke off; what cannot be finished now is tried again the next time. */
  synchronized void resume() {
    for (var user : erasures.listUnfinished()) {
      try {
        goOn(user);
      } catch (StoreException e) {
        log.warn("an erasure is not finished yet: {}", e.getMessage());
      }
    }
  }

  private void goOn(UserId user) {
    traces.forEach(trace -> trace.accept(user));
    erasures.removeFacts(user);
    memory.accept(user);
    erasures.purgeFacts(patience);
    erasures.finish(user, patience);
    log.info("a user was erased");
  }
}
