package io.sensorium.analysis.flow;

import io.sensorium.analysis.cleaning.CleanFix;
import io.sensorium.analysis.cleaning.FlatEarth;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;

/**
 * What has been seen since the last fix inside a stay: perhaps scatter, perhaps the beginning of a
 * trip. Mutable.
 */
final class Excursion {
  /*
   * Scatter jumps to a wrong place, rests there and jumps back; a person passes through places
   * between. So the number of steps tells more than distance and time.
   */

  static final int SAVED_BYTES = 8 + 10 * 4;

  private static final double STEP_METERS = 50;
  private static final int MAX_STEPS = 100;
  private static final int CLEAR_STEPS = 3;
  private static final double CLEAR_METERS = 250;
  private static final double RECOGNISED_METERS = 120;
  private static final long CLEAR_MICROS = 3 * Micros.PER_MINUTE;
  private static final double FAR_METERS = 1_000;
  private static final int FAR_STEPS = 2;
  private static final double SLOWEST_MPS = 1.3;
  private static final double FASTEST_MPS = 15;
  private static final double TYPICAL_TRAVEL_SECONDS = 600;
  private static final long LEAST_PACE_MICROS = 20 * Micros.PER_SECOND;
  private static final long LONGEST_PACE_MICROS = 4 * Micros.PER_MINUTE;
  private static final double SETTING_OUT_SECONDS = 90;
  private static final double WAY_PER_DISTANCE = 1.3;
  private static final long SILENCE_MICROS = 5 * Micros.PER_MINUTE;
  private static final int UNKNOWN = -1;

  private final FlatEarth earth = new FlatEarth();

  private long firstMicros = Long.MIN_VALUE;
  private int originLatitudeE7;
  private int originLongitudeE7;
  private int firstLatitudeE7;
  private int firstLongitudeE7;
  private int stepLatitudeE7;
  private int stepLongitudeE7;
  private int steps;
  private int firstDistanceMeters;
  private int greatestDistanceMeters;
  private int speedMmps = UNKNOWN;

  boolean isActive() {
    return firstMicros != Long.MIN_VALUE;
  }

  void clear() {
    firstMicros = Long.MIN_VALUE;
    originLatitudeE7 = 0;
    originLongitudeE7 = 0;
    firstLatitudeE7 = 0;
    firstLongitudeE7 = 0;
    stepLatitudeE7 = 0;
    stepLongitudeE7 = 0;
    steps = 0;
    firstDistanceMeters = 0;
    greatestDistanceMeters = 0;
    speedMmps = UNKNOWN;
  }

  void startAt(CleanFix first, int fromLatitudeE7, int fromLongitudeE7) {
    clear();
    firstMicros = first.timeMicros();
    originLatitudeE7 = fromLatitudeE7;
    originLongitudeE7 = fromLongitudeE7;
    firstLatitudeE7 = first.latitudeE7();
    firstLongitudeE7 = first.longitudeE7();
    stepLatitudeE7 = fromLatitudeE7;
    stepLongitudeE7 = fromLongitudeE7;
    add(first);
    firstDistanceMeters = greatestDistanceMeters;
  }

  void add(CleanFix fix) {
    double distanceMeters = distanceMeters(originLatitudeE7, originLongitudeE7, fix);
    greatestDistanceMeters = (int) Math.max(greatestDistanceMeters, distanceMeters);
    double stepMeters = distanceMeters(stepLatitudeE7, stepLongitudeE7, fix);
    if (stepMeters < Math.max(STEP_METERS, 2 * fix.accuracyMeters())) {
      return;
    }
    measureSpeed(fix);
    steps = Math.min(steps + 1, MAX_STEPS);
    stepLatitudeE7 = fix.latitudeE7();
    stepLongitudeE7 = fix.longitudeE7();
  }

  /** As the crow flies, from the first fix outside: over minutes, since neighbours scatter. */
  private void measureSpeed(CleanFix fix) {
    long micros = fix.timeMicros() - firstMicros;
    long longestMicros =
        speedMmps == UNKNOWN
            ? (long) (TYPICAL_TRAVEL_SECONDS * Micros.PER_SECOND)
            : LONGEST_PACE_MICROS;
    if (micros >= LEAST_PACE_MICROS && micros <= longestMicros) {
      double meters = distanceMeters(firstLatitudeE7, firstLongitudeE7, fix);
      speedMmps = (int) Math.min(1e6, meters * 1e3 * Micros.PER_SECOND / micros);
    }
  }

  private double distanceMeters(int latitudeE7, int longitudeE7, CleanFix fix) {
    return earth.distanceMeters(latitudeE7, longitudeE7, fix.latitudeE7(), fix.longitudeE7());
  }

  /** The first fix outside. */
  long firstMicros() {
    return firstMicros;
  }

  int steps() {
    return steps;
  }

  int greatestDistanceMeters() {
    return greatestDistanceMeters;
  }

  /**
   * Whether somebody is certainly on the way who was last inside at {@code insideMicros}.
   *
   * @param outsideMeters how far off nobody is taken to be who merely sits there
   * @param recognised whether the phone took them to be moving, too
   */
  boolean isTravel(long insideMicros, long nowMicros, double outsideMeters, boolean recognised) {
    boolean far = greatestDistanceMeters >= FAR_METERS && steps >= FAR_STEPS;
    double clearMeters = Math.max(recognised ? RECOGNISED_METERS : CLEAR_METERS, outsideMeters);
    boolean clear = greatestDistanceMeters >= clearMeters && steps >= CLEAR_STEPS;
    return far || (clear && nowMicros - insideMicros >= CLEAR_MICROS);
  }

  /**
   * When the place was left: the last fix inside, or later when the phone was silent then, as long
   * before the first fix outside as the way there takes.
   */
  long departureMicros(Spot stay) {
    long insideMicros = stay.lastMicros();
    if (!followsSilence(stay)) {
      return stay.departureMicros();
    }
    double speedMps = speedMmps * 1e-3;
    if (speedMmps == UNKNOWN) {
      speedMps = firstDistanceMeters / TYPICAL_TRAVEL_SECONDS;
    }
    speedMps = Math.clamp(speedMps, SLOWEST_MPS, FASTEST_MPS);
    double travelSeconds = WAY_PER_DISTANCE * firstDistanceMeters / speedMps;
    long departureMicros =
        firstMicros - (long) ((SETTING_OUT_SECONDS + travelSeconds) * Micros.PER_SECOND);
    return Math.max(insideMicros, departureMicros);
  }

  /** Whether the phone was silent between the last fix inside and the first one outside. */
  boolean followsSilence(Spot stay) {
    return firstMicros - stay.lastMicros() > SILENCE_MICROS;
  }

  void save(ByteBuffer out) {
    out.putLong(firstMicros).putInt(originLatitudeE7).putInt(originLongitudeE7);
    out.putInt(firstLatitudeE7).putInt(firstLongitudeE7);
    out.putInt(stepLatitudeE7).putInt(stepLongitudeE7).putInt(steps);
    out.putInt(firstDistanceMeters).putInt(greatestDistanceMeters).putInt(speedMmps);
  }

  void restore(ByteBuffer in) {
    firstMicros = in.getLong();
    originLatitudeE7 = in.getInt();
    originLongitudeE7 = in.getInt();
    firstLatitudeE7 = in.getInt();
    firstLongitudeE7 = in.getInt();
    stepLatitudeE7 = in.getInt();
    stepLongitudeE7 = in.getInt();
    steps = in.getInt();
    firstDistanceMeters = in.getInt();
    greatestDistanceMeters = in.getInt();
    speedMmps = in.getInt();
  }
}
