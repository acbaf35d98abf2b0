package io.sensorium.benchmarks.smoothing;

import java.util.ArrayList;
import java.util.List;

/**
 * How a simulated phone measures.
 *
 * @param wanders whether its error wanders over half a minute, else each fix has one of its own
 * @param sigmaMeters standard deviation of the error on each axis
 */
record Setting(boolean wanders, int intervalSeconds, double sigmaMeters, Velocity velocity) {

  /** What the phone tells of its velocity. */
  enum Velocity {
    NONE("nothing"),
    SPEED("speed"),
    SPEED_AND_COURSE("speed and course");

    private final String words;

    Velocity(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final List<Integer> INTERVALS_SECONDS = List.of(1, 5, 15, 30);
  private static final List<Double> SIGMAS_METERS = List.of(5.0, 10.0, 20.0);

  static List<Setting> listOf(Velocity velocity) {
    var settings = new ArrayList<Setting>();
    for (boolean wanders : List.of(false, true)) {
      for (int interval : INTERVALS_SECONDS) {
        for (double sigma : SIGMAS_METERS) {
          settings.add(new Setting(wanders, interval, sigma, velocity));
        }
      }
    }
    return settings;
  }

  String words() {
    var error = wanders ? "wandering" : "white";
    return "%s, %.0f m, a fix per %d s".formatted(error, sigmaMeters, intervalSeconds);
  }
}
