package io.sensorium.simulator;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.sensing.GatewayPlan;
import io.sensorium.simulator.sensing.GatewayUpload;
import io.sensorium.simulator.sensing.SiteHistory;
import io.sensorium.simulator.upload.GatewayClient;
import io.sensorium.simulator.upload.UploadException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The gateways of a site that send what is measured about now, each ten seconds by the clock, until
 * {@link #stop}. Run it in a thread of its own.
 */
public final class LiveGateways implements Runnable {

  private static final Duration SPAN = Duration.ofSeconds(10);
  private static final long LOOK_EACH_MILLIS = 500;

  private final Map<GatewayPlan, GatewayClient> clients;
  private final Clock clock;
  private final Iterator<GatewayUpload> uploads;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable GatewayUpload next;
  private volatile @Nullable UploadException lastFailure;

  /** Goes on with a history from the instant where its upload ended. */
  public LiveGateways(
      SiteHistory history, Instant from, Map<GatewayPlan, GatewayClient> clients, Clock clock) {
    this.clients = Map.copyOf(clients);
    this.clock = clock;
    this.uploads = history.uploadsFrom(from, SPAN);
    this.next = takeNext();
  }

  /** Sends until stopped or interrupted; what a server that is away missed is sent later. */
  @Override
  public void run() {
    try {
      do {
        tryUpload();
      } while (!stopped.await(LOOK_EACH_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryUpload() {
    try {
      uploadWhatIsDue();
    } catch (UploadException e) {
      lastFailure = e;
    }
  }

  /** Uploads all that is sent up to the clock's present; answers how many readings that was. */
  public int uploadWhatIsDue() {
    long nowMicros = Micros.of(clock.instant());
    int count = 0;
    while (next != null && next.sentMicros() <= nowMicros) {
      clientOf(next.gateway()).upload(next);
      count += next.readings().size();
      next = takeNext();
    }
    return count;
  }

  private GatewayClient clientOf(GatewayPlan gateway) {
    var client = clients.get(gateway);
    if (client == null) {
      throw new IllegalStateException("no client for the gateway " + gateway.serial());
    }
    return client;
  }

  private @Nullable GatewayUpload takeNext() {
    return uploads.hasNext() ? uploads.next() : null;
  }

  /** Why the last upload that failed did, if one has. */
  public Optional<UploadException> findLastFailure() {
    return Optional.ofNullable(lastFailure);
  }

  /** Ends {@link #run} within a second. Safe to call from any thread. */
  public void stop() {
    stopped.countDown();
  }
}
