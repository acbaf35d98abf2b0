package io.sensorium.store;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import io.sensorium.store.inbox.NewEntry;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** People and their signals, for tests of the store. */
public final class Samples {

  public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  public static final LatLon HOME = new LatLon(51.0543, 3.7174);

  private final Random random;
  private final IdSource ids;
  private int batches;

  public Samples(long seed) {
    random = new Random(seed);
    ids = new IdSource(random);
  }

  public UserId user() {
    return ids.newUserId();
  }

  public InstallId install() {
    return ids.newInstallId();
  }

  public EventId stayId() {
    return ids.newStationaryId();
  }

  public EventId tripId() {
    return ids.newTransportId();
  }

  public static long second(long seconds) {
    return Micros.of(START) + seconds * Micros.PER_SECOND;
  }

  /** Fixes at the given seconds after the start; the same second gives the same fix. */
  public static FixTrack fixesAt(long... seconds) {
    var track = new FixTrack.Builder(seconds.length);
    for (long second : seconds) {
      addFix(track, second, (int) (second % 97));
    }
    return track.build();
  }

  /** A fix every {@code step} seconds in {@code from..to}, the end not included. */
  public static FixTrack fixes(long from, long to, long step) {
    var track = new FixTrack.Builder(0);
    for (long second = from; second < to; second += step) {
      addFix(track, second, (int) (second % 97));
    }
    return track.build();
  }

  /** Several fixes of one instant, all different. */
  public static FixTrack fixesOfOneInstant(long second, int count) {
    var track = new FixTrack.Builder(count);
    for (int i = 0; i < count; i++) {
      addFix(track, second, i);
    }
    return track.build();
  }

  private static void addFix(FixTrack.Builder track, long second, int variant) {
    track.addRow(
        second(second),
        510_543_000 + variant * 11,
        37_174_000 - variant * 7,
        5_000 + variant,
        FixTrack.ABSENT,
        FixTrack.ABSENT,
        FixTrack.ABSENT,
        FixTrack.ABSENT_LONG,
        LocationProvider.GPS);
  }

  /** Items of every stream, from a second on. */
  public static Signals allStreams(long second) {
    var at = Micros.toInstant(second(second));
    return new Signals(
        fixesAt(second, second + 15),
        List.of(new MotionChunk(at, 50, new float[] {0.1f, 0.2f, 9.81f}, null)),
        List.of(new ActivitySample(at, ActivityType.STILL, 0.9)),
        List.of(new PhoneState(at, true, null, null, 0.5, null, "speaker")),
        List.of(new StepCount(at, at.plusSeconds(10), 7)));
  }

  public NewEntry entry(UserId user, Signals signals) {
    return entry(user, install(), "batch-" + batches++, signals);
  }

  public static NewEntry entry(UserId user, InstallId install, String key, Signals signals) {
    return new NewEntry(user, install, key, START, signals, "receipt of " + key);
  }

  public Random random() {
    return random;
  }
}
