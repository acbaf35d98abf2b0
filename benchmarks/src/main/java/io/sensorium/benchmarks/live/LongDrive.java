package io.sensorium.benchmarks.live;

import io.sensorium.benchmarks.pipeline.Body;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.signals.Signals;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.random.Drift;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Half an hour at home, then a drive of hours without a stop, a fix each second. */
final class LongDrive {

  static final int UPLOADS_PER_HOUR = 120;
  static final int HOME_UPLOADS = UPLOADS_PER_HOUR / 2;

  private static final LatLon HOME = new LatLon(47.0, 3.0);
  private static final int FIXES_PER_UPLOAD = 30;
  private static final double SIGMA_METERS = 4;
  private static final double CRUISE_MPS = 26;
  private static final double METERS_PER_DEG = 111_320;

  private final Dice dice;
  private final Drift speed;
  private final Drift course;
  private final Instant start;
  private int seconds;
  private double northMeters;
  private double eastMeters;

  LongDrive(long seed) {
    dice = new Dice(seed);
    speed = new Drift(dice.fork("speed"));
    course = new Drift(dice.fork("course"));
    start = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1));
  }

  List<Body> home() throws IOException {
    return uploads("home", HOME_UPLOADS, false);
  }

  List<Body> hour(int number) throws IOException {
    return uploads("drive-" + number, UPLOADS_PER_HOUR, true);
  }

  private List<Body> uploads(String name, int count, boolean drives) throws IOException {
    var uploads = new ArrayList<Body>(count);
    for (int i = 0; i < count; i++) {
      var fixes = new FixTrack.Builder(FIXES_PER_UPLOAD);
      for (int fix = 0; fix < FIXES_PER_UPLOAD; fix++) {
        fixes.add(fix(drives));
      }
      uploads.add(Body.of(name + "-" + i, Signals.ofFixes(fixes.build())));
    }
    return uploads;
  }

  private GpsFix fix(boolean drives) {
    double mps = drives ? Math.max(8, CRUISE_MPS + 5 * speed.advance(1, 60)) : 0;
    double courseRad = 0.6 * course.advance(1, 300);
    northMeters += mps * Math.cos(courseRad);
    eastMeters += mps * Math.sin(courseRad);
    double north = northMeters + dice.gaussian(0, SIGMA_METERS);
    double east = eastMeters + dice.gaussian(0, SIGMA_METERS);
    double latitudeDeg = HOME.latitudeDeg() + north / METERS_PER_DEG;
    double metersPerDeg = METERS_PER_DEG * Math.cos(Math.toRadians(latitudeDeg));
    return new GpsFix(
        start.plusSeconds(seconds++),
        new LatLon(latitudeDeg, HOME.longitudeDeg() + east / metersPerDeg),
        2 * SIGMA_METERS,
        null,
        mps,
        null,
        null,
        LocationProvider.GPS);
  }
}
