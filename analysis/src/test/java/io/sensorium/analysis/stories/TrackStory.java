package io.sensorium.analysis.stories;

import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.LocationProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Writes down what a phone would have reported on a day that is told step by step. */
public final class TrackStory {

  private static final double NOISE_MEMORY = 0.9;

  private final List<GpsFix> fixes = new ArrayList<>();
  private RandomGenerator random = random(1);
  private Instant now;
  private LatLon here;
  private Duration every = Duration.ofSeconds(15);
  private double accuracyMeters = 10;
  private double noiseMeters;
  private double eastMeters;
  private double northMeters;
  private @Nullable Instant startedAt;
  private Duration clockError = Duration.ZERO;

  private TrackStory(Instant now, LatLon here) {
    this.now = now;
    this.here = here;
  }

  public static TrackStory startingAt(String instant, LatLon here) {
    return new TrackStory(Instant.parse(instant), here);
  }

  /** The generator of every test that draws lots. */
  public static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  public TrackStory fixEvery(String duration) {
    every = Duration.parse(duration);
    return this;
  }

  public TrackStory accuracyMeters(double meters) {
    accuracyMeters = meters;
    return this;
  }

  /** Adds an error that wanders, with this standard deviation on each axis. */
  public TrackStory noiseMeters(double meters, long seed) {
    noiseMeters = meters;
    random = random(seed);
    return this;
  }

  public TrackStory stayFor(String duration) {
    var end = now.plus(Duration.parse(duration));
    while (now.isBefore(end)) {
      report(here);
      now = now.plus(every);
    }
    return this;
  }

  public TrackStory goTo(LatLon goal, double speedMps) {
    var start = here;
    double wayMeters = start.distanceMetersTo(goal);
    double bearingDeg = Geodesy.bearingDeg(start, goal);
    double stepMeters = speedMps * every.toMillis() / 1_000.0;
    for (double gone = 0; gone < wayMeters; gone += stepMeters) {
      report(Geodesy.destination(start, bearingDeg, gone));
      now = now.plus(every);
    }
    here = goal;
    return this;
  }

  public TrackStory goMeters(double meters, double bearingDeg, double speedMps) {
    return goTo(Geodesy.destination(here, bearingDeg, meters), speedMps);
  }

  /** The phone reports nothing; the user may go elsewhere meanwhile. */
  public TrackStory silentFor(String duration) {
    now = now.plus(Duration.parse(duration));
    return this;
  }

  public TrackStory meanwhileAt(LatLon place) {
    here = place;
    return this;
  }

  /** The phone is started; from here on its fixes tell its uptime. */
  public TrackStory startPhone() {
    startedAt = now;
    return this;
  }

  /** The phone's clock is set wrong, or right again; its uptime goes on. */
  public TrackStory clockWrongBy(String duration) {
    clockError = Duration.parse(duration);
    return this;
  }

  /** One fix that is wrong by so much. */
  public TrackStory strayFix(double meters, double bearingDeg) {
    report(Geodesy.destination(here, bearingDeg, meters));
    now = now.plus(every);
    return this;
  }

  public TrackStory report(LatLon position) {
    var seen = position;
    if (noiseMeters > 0) {
      double fresh = noiseMeters * Math.sqrt(1 - NOISE_MEMORY * NOISE_MEMORY);
      eastMeters = NOISE_MEMORY * eastMeters + fresh * random.nextGaussian();
      northMeters = NOISE_MEMORY * northMeters + fresh * random.nextGaussian();
      seen = Geodesy.destination(seen, 90, eastMeters);
      seen = Geodesy.destination(seen, 0, northMeters);
    }
    fixes.add(
        new GpsFix(
            now.plus(clockError),
            seen,
            accuracyMeters,
            null,
            null,
            null,
            startedAt == null ? null : Duration.between(startedAt, now).toMillis(),
            LocationProvider.UNKNOWN));
    return this;
  }

  public Instant now() {
    return now;
  }

  /** The fixes in the order in which they were measured. */
  public FixTrack track() {
    return FixTrack.of(fixes);
  }
}
