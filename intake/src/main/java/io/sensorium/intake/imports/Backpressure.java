package io.sensorium.intake.imports;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Holds an import back while there is no room for more.
 *
 * @param inboxBytes how much waits to be analysed
 * @param limitBytes above this an import waits; below what the ways in refuse, so that phones are
 *     not refused because of an import
 * @param parking how an import waits
 */
public record Backpressure(LongSupplier inboxBytes, long limitBytes, Parking parking) {

  /** Lets a thread wait. */
  public interface Parking {

    /**
     * Returns when there may be room, and after {@code atMost} in any case. To end the import, it
     * may throw an unchecked exception of its own.
     */
    void park(Duration atMost);
  }

  private static final Duration AT_MOST = Duration.ofSeconds(5);

  void awaitRoom() {
    while (inboxBytes.getAsLong() > limitBytes) {
      parking.park(AT_MOST);
    }
  }

  void awaitAfterRefusal(Duration retryAfter) {
    parking.park(retryAfter);
  }
}
