package io.sensorium.intake.mqtt;

import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.OverloadedException;
import io.sensorium.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages to their feeds, and acknowledges them once they are on disk or turn out to have no
 * sense. While there is no room for one, it is tried again, and those of the same topic wait.
 */
final class MqttReceiver implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MqttReceiver.class);

  private static final int LANES = 8;

  /** A longer message is refused. */
  static final int MAX_BYTES = 4 << 20;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final long NANOS_BETWEEN_WARNINGS = TimeUnit.SECONDS.toNanos(10);

  private final List<MqttFeed> feeds;
  private final Duration firstWait;
  private final MqttCounts counts = new MqttCounts();
  private final MessageLanes lanes = new MessageLanes(LANES);
  private final MessageLanes announcements = new MessageLanes(1);
  private final AtomicLong nextWarningNanos = new AtomicLong(System.nanoTime());
  private final AtomicLong unreported = new AtomicLong();

  MqttReceiver(List<MqttFeed> feeds) {
    this(feeds, FIRST_WAIT);
  }

  MqttReceiver(List<MqttFeed> feeds, Duration firstWait) {
    this.feeds = List.copyOf(feeds);
    this.firstWait = firstWait;
  }

  MqttCounts counts() {
    return counts;
  }

  /** Brings a message; returns when it is queued. */
  void receive(MqttMessage message, Runnable acknowledge) throws InterruptedException {
    boolean announces = feeds.stream().anyMatch(feed -> feed.announces(message.topic()));
    (announces ? announcements : lanes).add(message.topic(), () -> process(message, acknowledge));
  }

  private void process(MqttMessage message, Runnable acknowledge) {
    try {
      for (var wait = firstWait; !isDone(message); wait = longer(wait)) {
        counts.addDelayed();
        Thread.sleep(wait);
      }
      acknowledge.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // not acknowledged: it comes again
    }
  }

  private static Duration longer(Duration wait) {
    var doubled = wait.multipliedBy(2);
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }

  /** False when the message must be tried again. */
  private boolean isDone(MqttMessage message) {
    try {
      if (message.payload().length > MAX_BYTES) {
        throw new InputTooLargeException("more than " + MAX_BYTES + " bytes");
      }
      for (var feed : feeds) {
        if (feed.takes(message.topic())) {
          feed.take(message);
        }
      }
      counts.addTaken();
    } catch (MalformedInputException | InputTooLargeException e) {
      counts.addRefused();
      warn(message, String.valueOf(e.getMessage()));
    } catch (OverloadedException e) {
      return false;
    } catch (StoreException e) {
      return !e.isRetryable() && isLost(message, e);
    } catch (RuntimeException e) { // the boundary: one message must not stop those behind it
      return isLost(message, e);
    }
    return true;
  }

  private boolean isLost(MqttMessage message, RuntimeException failure) {
    counts.addFailed();
    log.error("a message on {} is passed over", message.topic(), failure);
    return true;
  }

  /** A sender that is wrong is wrong all the time: the log names one in a while. */
  private void warn(MqttMessage message, String problem) {
    long now = System.nanoTime();
    long next = nextWarningNanos.get();
    unreported.incrementAndGet();
    if (now - next >= 0 && nextWarningNanos.compareAndSet(next, now + NANOS_BETWEEN_WARNINGS)) {
      log.warn(
          "{} messages were not taken in whole, the last on {}: {}",
          unreported.getAndSet(0),
          message.topic(),
          problem);
    }
  }

  @Override
  public void close() {
    announcements.close();
    lanes.close();
  }
}
