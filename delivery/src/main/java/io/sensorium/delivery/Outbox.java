package io.sensorium.delivery;

import io.sensorium.delivery.callback.CallbackPool;
import io.sensorium.delivery.mail.Mailing;
import io.sensorium.delivery.telling.Teller;
import io.sensorium.delivery.work.RepeatedWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes notifications to where their owners want them, for as long as it runs. */
public final class Outbox implements AutoCloseable {

  private static final Duration PRUNE_EACH = Duration.ofHours(1);

  private final Teller<?> teller;
  private final CallbackPool callbacks;
  private final Optional<RepeatedWork> mailing;
  private final List<Consumer<Instant>> pruning;
  private final Clock clock;
  private final RepeatedWork telling = new RepeatedWork("outbox", this::tell);
  private Instant prunedAt = Instant.EPOCH; // of the telling thread alone

  /**
   * An outbox, which closes the pool.
   *
   * @param mailing empty when no mail server is configured
   * @param pruning what is done once an hour, to forget in time
   */
  public Outbox(
      Teller<?> teller,
      CallbackPool callbacks,
      Optional<Mailing> mailing,
      List<Consumer<Instant>> pruning,
      Clock clock) {
    this.teller = teller;
    this.callbacks = callbacks;
    this.mailing = mailing.map(mails -> new RepeatedWork("mails", mails::run));
    this.pruning = List.copyOf(pruning);
    this.clock = clock;
  }

  public void start() {
    callbacks.start();
    mailing.ifPresent(RepeatedWork::start);
    telling.start();
  }

  /** Looks for notifications soon; without it they are found within a second. */
  public void wake() {
    telling.wake();
  }

  /** Looks soon for deliveries that are due without a notification. */
  public void wakeCallbacks() {
    callbacks.wake();
  }

  /** Ends what is being sent; what was not sent is after the next start. */
  @Override
  public void close() {
    telling.close();
    mailing.ifPresent(RepeatedWork::close);
    callbacks.close();
  }

  private void tell() {
    if (teller.tellPending() > 0) {
      callbacks.wake();
      mailing.ifPresent(RepeatedWork::wake);
    }
    var now = clock.instant();
    if (now.isAfter(prunedAt.plus(PRUNE_EACH))) {
      pruning.forEach(it -> it.accept(now));
      prunedAt = now;
    }
  }
}
