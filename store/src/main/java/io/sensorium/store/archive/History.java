package io.sensorium.store.archive;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.Signals;
import java.util.function.Consumer;

/**
 * Reads all that a user has sent, in pieces of bounded size, with no transaction open while a piece
 * is looked at. What is accepted meanwhile may be in it or not.
 *
 * <p>Every implementation passes {@code HistoryContract}. Safe for use by many threads.
 */
public interface History {

  /** Hands out one stream of the archive in order; of each piece only that stream is not empty. */
  void readStream(UserId user, SignalStream stream, Consumer<Signals> receiver);

  /**
   * Hands out the batches that are not folded yet, oldest first, then those that are parked. Read
   * before the archive, so that a batch is in one of both at least.
   *
   * @throws io.sensorium.store.StoreException when a batch is damaged
   */
  void readWaiting(UserId user, Consumer<Signals> receiver);
}
