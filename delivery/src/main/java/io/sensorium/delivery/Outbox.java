package io.sensorium.delivery;

import io.sensorium.delivery.callback.CallbackPool;
import io.sensorium.delivery.mail.Mailing;
import io.sensorium.delivery.telling.Teller;
import io.sensorium.delivery.work.RepeatedWork;
import io.sensorium.store.outbox.DeliveryQueue;
import io.sensorium.store.outbox.Mails;
import io.sensorium.store.outbox.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes notifications to where their owners want them, for as long as it runs. */
public final class Outbox implements AutoCloseable {

  private static final Duration PRUNE_EACH = Duration.ofHours(1);

  /** What is forgotten in time. */
  public record Stores(Notifications notifications, DeliveryQueue deliveries, Mails mails) {

    private void prune(Instant now) {
      notifications.prune(now);
      deliveries.prune(now);
      mails.prune(now);
    }
  }

  private final Teller teller;
  private final CallbackPool callbacks;
  private final Optional<RepeatedWork> mailing;
  private final Stores stores;
  private final Clock clock;
  private final RepeatedWork telling = new RepeatedWork("outbox", this::tell);
  private Instant prunedAt = Instant.EPOCH; // of the telling thread alone

  /**
   * An outbox, which closes the pool.
   *
   * @param mailing empty when no mail server is configured
   */
  public Outbox(
      Teller teller,
      CallbackPool callbacks,
      Optional<Mailing> mailing,
      Stores stores,
      Clock clock) {
    this.teller = teller;
    this.callbacks = callbacks;
    this.mailing = mailing.map(mails -> new RepeatedWork("mails", mails::run));
    this.stores = stores;
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
      stores.prune(now);
      prunedAt = now;
    }
  }
}
