package io.sensorium.api.device;

import io.sensorium.core.id.UserId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The event streams that are open: wakes those of a user when there is something new, and all when
 * credentials changed, bounds how many there are, and cuts off readers that take nothing.
 */
public final class EventStreams implements AutoCloseable {

  /** Streams of one user at the most. */
  public static final int MAX_PER_USER = 5;

  /** Streams of all users together at the most. */
  public static final int MAX_IN_ALL = 1_000;

  /** A reader that takes nothing for so long is cut off. */
  public static final Duration WRITE_TIMEOUT = Duration.ofSeconds(10);

  private final LongSupplier credentialChanges;
  private final int maxInAll;
  private final Duration writeTimeout;
  private final Map<UserId, Integer> counts = new HashMap<>(); // guarded by this
  private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("event-streams").daemon().factory());
  private int count; // guarded by this
  private long knownChanges; // of the watching thread alone
  private volatile boolean closed;

  /**
   * @param credentialChanges rises whenever a credential, install or user changes: then every
   *     stream looks whether its own still holds
   */
  public EventStreams(LongSupplier credentialChanges) {
    this(credentialChanges, MAX_IN_ALL, WRITE_TIMEOUT);
  }

  EventStreams(LongSupplier credentialChanges, int maxInAll, Duration writeTimeout) {
    this.credentialChanges = credentialChanges;
    this.knownChanges = credentialChanges.getAsLong();
    this.maxInAll = maxInAll;
    this.writeTimeout = writeTimeout;
    long period = Math.max(1, writeTimeout.toMillis() / 10);
    var _ = watch.scheduleAtFixedRate(this::look, period, period, TimeUnit.MILLISECONDS);
  }

  /** Tells the streams of a user that there is something new. */
  public void ring(UserId user) {
    for (var stream : streams) {
      if (stream.user.equals(user)) {
        stream.rings.release();
      }
    }
  }

  /** A stream of the user; empty when there are too many. The caller closes it. */
  synchronized Optional<Stream> open(UserId user) {
    int ofUser = counts.getOrDefault(user, 0);
    if (closed || count >= maxInAll || ofUser >= MAX_PER_USER) {
      return Optional.empty();
    }
    counts.put(user, ofUser + 1);
    count++;
    var stream = new Stream(user);
    streams.add(stream);
    return Optional.of(stream);
  }

  private synchronized void forget(Stream stream) {
    if (streams.remove(stream)) {
      count--;
      counts.computeIfPresent(stream.user, (_, ofUser) -> ofUser == 1 ? null : ofUser - 1);
    }
  }

  synchronized int openCount() {
    return count;
  }

  private void look() {
    cutSlow();
    long changes = credentialChanges.getAsLong();
    if (changes != knownChanges) {
      knownChanges = changes;
      streams.forEach(stream -> stream.rings.release());
    }
  }

  private void cutSlow() {
    long now = System.nanoTime();
    streams.forEach(stream -> stream.cutIfSlow(now, writeTimeout.toNanos()));
  }

  /** Ends all streams. */
  @Override
  public void close() {
    closed = true;
    watch.shutdownNow();
    List.copyOf(streams).forEach(Stream::end);
  }

  /** One stream that is open, worked on by one thread. */
  final class Stream implements AutoCloseable {

    private final UserId user;
    private final Semaphore rings = new Semaphore(0);
    private @Nullable Thread writing; // guarded by this, as is since
    private long sinceNanos;
    private volatile boolean ended;

    private Stream(UserId user) {
      this.user = user;
    }

    /** Waits for something new, but no longer than that; false when the time is over. */
    boolean await(Duration atMost) throws InterruptedException {
      boolean rung = rings.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
      rings.drainPermits();
      return rung;
    }

    /** Whether it is to end. */
    boolean isEnded() {
      return ended;
    }

    /**
     * Sends bytes to the reader.
     *
     * @throws IOException when the reader is gone, or was cut off because it took nothing
     */
    void send(OutputStream out, byte[] bytes) throws IOException {
      begin();
      try {
        out.write(bytes);
        out.flush();
      } finally {
        done();
      }
    }

    private synchronized void begin() {
      writing = Thread.currentThread();
      sinceNanos = System.nanoTime();
    }

    private synchronized void done() {
      writing = null;
    }

    private synchronized void cutIfSlow(long nowNanos, long timeoutNanos) {
      if (writing != null && nowNanos - sinceNanos > timeoutNanos) {
        ended = true;
        writing.interrupt();
      }
    }

    private void end() {
      ended = true;
      rings.release();
    }

    @Override
    public void close() {
      forget(this);
    }
  }
}
