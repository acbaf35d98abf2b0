package io.sensorium.simulator;

import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.people.Courier;
import io.sensorium.simulator.people.Person;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.PhoneProfile;
import io.sensorium.simulator.phone.Recording;
import io.sensorium.simulator.phone.Sampling;
import io.sensorium.simulator.upload.DeviceClient;
import io.sensorium.simulator.upload.Upload;
import io.sensorium.simulator.upload.UploadException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who drives about now: a fix per second by the clock, uploaded each ten seconds, until
 * {@link #stop}. Run it in a thread of its own.
 */
public final class LiveDriver implements Runnable {

  private static final int FIXES_PER_UPLOAD = 10;
  private static final Duration LONGEST_SHIFT = Duration.ofDays(3_650);
  private static final long LOOK_EACH_MILLIS = 500;

  private final DeviceClient client;
  private final Clock clock;
  private final Recording recording;
  private final Instant start;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Signals next;
  private long uploads;
  private volatile @Nullable UploadException lastFailure;

  /** Sets off from the person's home at the clock's present. */
  public LiveDriver(Person person, DeviceClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
    this.start = Instant.ofEpochMilli(clock.millis());
    this.recording =
        new Recording(
            person,
            new Courier(person, start),
            start,
            start.plus(LONGEST_SHIFT),
            new PhoneProfile(Sampling.everySecond(), NoiseProfile.WHOLE),
            FIXES_PER_UPLOAD);
    this.next = recording.next();
  }

  /** Drives until stopped or interrupted; what a server that is away missed is sent later. */
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

  /** Why the last upload that failed did, if one has. */
  public Optional<UploadException> findLastFailure() {
    return Optional.ofNullable(lastFailure);
  }

  /** Uploads all that was recorded up to the clock's present; answers how many batches that was. */
  public int uploadWhatIsDue() {
    long nowMicros = Micros.of(clock.instant());
    int count = 0;
    while (lastMicros(next) <= nowMicros) {
      client.upload(new Upload("live-" + start.toEpochMilli() + "-" + uploads, next));
      next = recording.next();
      uploads++;
      count++;
    }
    return count;
  }

  private static long lastMicros(Signals signals) {
    return signals.fixes().timeMicros(signals.fixes().size() - 1);
  }

  /** Ends {@link #run} within a second. Safe to call from any thread. */
  public void stop() {
    stopped.countDown();
  }
}
