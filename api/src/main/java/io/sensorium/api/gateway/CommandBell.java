package io.sensorium.api.gateway;

import io.sensorium.core.id.GatewayId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes gateways that wait for commands; one request of each waits, the newest. */
public final class CommandBell implements AutoCloseable {

  private final Map<GatewayId, Waiting> waiting = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Wakes the request of the gateway that waits, if one does. */
  public void ring(GatewayId gateway) {
    var one = waiting.get(gateway);
    if (one != null) {
      one.rings.release();
    }
  }

  /** Begins to listen; an older request of the same gateway ends. */
  Waiting begin(GatewayId gateway) {
    var mine = new Waiting(gateway);
    var older = waiting.put(gateway, mine);
    if (older != null) {
      older.end();
    }
    if (closed) {
      mine.end();
    }
    return mine;
  }

  int waitingCount() {
    return waiting.size();
  }

  /** Ends all waiting, so that a stop of the server need not wait for it. */
  @Override
  public void close() {
    closed = true;
    waiting.values().forEach(Waiting::end);
  }

  /** One request that waits. */
  final class Waiting implements AutoCloseable {

    private final GatewayId gateway;
    private final Semaphore rings = new Semaphore(0);
    private volatile boolean ended;

    private Waiting(GatewayId gateway) {
      this.gateway = gateway;
    }

    /** Waits for a ring, but no longer than that; whether there was one since the last time. */
    boolean await(Duration atMost) throws InterruptedException {
      boolean rung = rings.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
      rings.drainPermits();
      return rung;
    }

    /** Whether it is to wait no longer: a newer request is there, or the server stops. */
    boolean isEnded() {
      return ended;
    }

    private void end() {
      ended = true;
      rings.release();
    }

    @Override
    public void close() {
      waiting.remove(gateway, this);
    }
  }
}
