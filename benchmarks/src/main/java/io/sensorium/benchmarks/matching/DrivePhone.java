package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.matching.FixColumns;
import io.sensorium.benchmarks.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A phone that goes along on simulated drives.
 *
 * @param sigmaMeters of each coordinate of a fix
 * @param everySeconds it reports a fix
 * @param tellsCourse whether it reports speed and course too
 */
record DrivePhone(double sigmaMeters, int everySeconds, boolean tellsCourse) {

  private static final double[] SIGMAS = {5, 10, 20};
  private static final int[] EVERY_SECONDS = {1, 10, 30, 60};

  /** All that are tried. */
  static List<DrivePhone> all() {
    var phones = new ArrayList<DrivePhone>();
    for (boolean tells : new boolean[] {true, false}) {
      for (double sigma : SIGMAS) {
        for (int every : EVERY_SECONDS) {
          phones.add(new DrivePhone(sigma, every, tells));
        }
      }
    }
    return phones;
  }

  /** What it reports of a drive. */
  FixColumns fixes(SimulatedDrive drive, int seed) {
    var course =
        tellsCourse ? PhoneCourse.told(sigmaMeters, new Random(~seed)) : PhoneCourse.untold();
    return drive.fixes(sigmaMeters, everySeconds, course, new Random(seed));
  }

  /** Mismatch that is asked for. */
  double mostMismatchPercent() {
    return everySeconds <= 10 ? 1 : everySeconds == 30 ? 3 : 8;
  }

  List<String> cells() {
    return List.of(
        tellsCourse ? "yes" : "no", Figures.decimals(sigmaMeters, 0), everySeconds + " s");
  }

  @Override
  public String toString() {
    return "sigma %s m, a fix each %d s%s"
        .formatted(
            Figures.decimals(sigmaMeters, 0), everySeconds, tellsCourse ? " with its course" : "");
  }
}
