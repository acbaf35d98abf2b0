package io.sensorium.benchmarks.home;

import io.sensorium.benchmarks.pipeline.Body;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.Signals;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.random.Drift;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A phone that lies at home for a week: its position drifts as it does inside a house. */
final class HomeWeek {

  static final Instant START = Instant.parse("2026-03-01T23:00:00Z");
  static final int UPLOADS = 7 * 24 * 60 * 2;

  private static final LatLon HOME = new LatLon(51.0543, 3.7174);
  private static final Duration FIX_INTERVAL = Duration.ofSeconds(15);
  private static final int FIXES_PER_UPLOAD = 2;
  private static final double SIGMA_METERS = 8;
  private static final double DRIFT_SECONDS = 600;
  private static final double METERS_PER_DEG = 111_320;
  private static final double EAST_SHARE = 0.6286; // cosine of the latitude

  private final Drift north;
  private final Drift east;
  private Instant next = START;

  HomeWeek(long seed) {
    var dice = new Dice(seed);
    north = new Drift(dice.fork("north"));
    east = new Drift(dice.fork("east"));
  }

  static Instant end() {
    return START.plus(FIX_INTERVAL.multipliedBy((long) UPLOADS * FIXES_PER_UPLOAD));
  }

  /** All uploads of the week, in order. */
  List<Body> uploads() throws IOException {
    var uploads = new ArrayList<Body>(UPLOADS);
    for (int i = 0; i < UPLOADS; i++) {
      var fixes = new FixTrack.Builder(FIXES_PER_UPLOAD);
      for (int fix = 0; fix < FIXES_PER_UPLOAD; fix++) {
        fixes.add(fix());
      }
      uploads.add(Body.of("home-" + i, Signals.ofFixes(fixes.build())));
    }
    return uploads;
  }

  private GpsFix fix() {
    double seconds = FIX_INTERVAL.toSeconds();
    double northMeters = SIGMA_METERS * north.advance(seconds, DRIFT_SECONDS);
    double eastMeters = SIGMA_METERS * east.advance(seconds, DRIFT_SECONDS);
    var position =
        new LatLon(
            HOME.latitudeDeg() + northMeters / METERS_PER_DEG,
            HOME.longitudeDeg() + eastMeters / (METERS_PER_DEG * EAST_SHARE));
    var fix = GpsFix.at(next, position, 1.5 * SIGMA_METERS);
    next = next.plus(FIX_INTERVAL);
    return fix;
  }
}
