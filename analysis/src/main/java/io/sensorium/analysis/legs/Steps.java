package io.sensorium.analysis.legs;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.time.Micros;
import java.util.List;

/** A trip cut into steps of ten seconds, each with its speed and with what the phone says of it. */
final class Steps {

  static final long STEP_MICROS = 10 * Micros.PER_SECOND;

  private static final int NEXT_STEPS = 12;
  private static final long GAP_MICROS = 60 * Micros.PER_SECOND;
  private static final long ACTIVITY_HOLDS_MICROS = 5 * Micros.PER_MINUTE;

  private final long startMicros;
  private final double[] speedMps;
  private final double[] eastMeters;
  private final double[] northMeters;
  private final double[] intervalSeconds;
  private final boolean[] gap;
  private final ActivityType[] activity;
  private final double[] confidence;

  Steps(long startMicros, long endMicros, CleanTrack track, List<ActivitySample> samples) {
    this.startMicros = startMicros;
    int size = (int) Math.max(1, (endMicros - startMicros) / STEP_MICROS);
    speedMps = new double[size];
    eastMeters = new double[size];
    northMeters = new double[size];
    intervalSeconds = new double[size];
    gap = new boolean[size];
    activity = new ActivityType[size];
    confidence = new double[size];
    measure(track);
    recognise(samples);
    if (!samples.isEmpty()) {
      guessOutside(track);
    }
  }

  /**
   * Before the first fix and behind the last one nothing is measured: somebody went as is usual for
   * what the phone recognised, or else as they went next to it.
   */
  private void guessOutside(CleanTrack track) {
    int from = 0;
    while (from < speedMps.length && middleMicros(from) < track.timeMicros(0)) {
      from++;
    }
    int to = speedMps.length;
    while (to > from && middleMicros(to - 1) > track.timeMicros(track.size() - 1)) {
      to--;
    }
    double firstMps = meanMps(from, Math.min(to, from + NEXT_STEPS));
    double lastMps = meanMps(Math.max(from, to - NEXT_STEPS), to);
    for (int step = 0; step < from; step++) {
      guess(step, (track.timeMicros(0) - middleMicros(step)) * 1e-6, firstMps);
    }
    for (int step = to; step < speedMps.length; step++) {
      long lastMicros = track.timeMicros(track.size() - 1);
      guess(step, (middleMicros(step) - lastMicros) * 1e-6, lastMps);
    }
  }

  private long middleMicros(int step) {
    return startMicros(step) + STEP_MICROS / 2;
  }

  private double meanMps(int from, int to) {
    double sum = 0;
    for (int step = from; step < to; step++) {
      sum += speedMps[step];
    }
    return from < to ? sum / (to - from) : 0;
  }

  private void guess(int step, double secondsOutside, double otherwiseMps) {
    gap[step] = true;
    intervalSeconds[step] = secondsOutside;
    speedMps[step] = usualMps(activity[step], otherwiseMps);
  }

  private static double usualMps(ActivityType type, double otherwiseMps) {
    return switch (type) {
      case WALKING, ON_FOOT -> 1.3;
      case RUNNING -> 2.8;
      case ON_BICYCLE -> 4.5;
      case IN_VEHICLE -> 9;
      case STILL, TILTING, UNKNOWN -> otherwiseMps;
    };
  }

  private void measure(CleanTrack track) {
    int i = 0;
    for (int step = 0; step < speedMps.length; step++) {
      long middle = startMicros(step) + STEP_MICROS / 2;
      while (i + 2 < track.size() && track.timeMicros(i + 1) < middle) {
        i++;
      }
      intervalSeconds[step] = track.stepSeconds(i);
      gap[step] = track.timeMicros(i + 1) - track.timeMicros(i) > GAP_MICROS;
      double share = (middle - track.timeMicros(i)) * 1e-6 / track.stepSeconds(i);
      share = Math.clamp(share, 0, 1);
      if (gap[step]) {
        speedMps[step] = track.stepMeters(i) / track.stepSeconds(i);
      } else {
        speedMps[step] = track.speedMps(i) * (1 - share) + track.speedMps(i + 1) * share;
      }
      eastMeters[step] = track.eastMeters(i) * (1 - share) + track.eastMeters(i + 1) * share;
      northMeters[step] = track.northMeters(i) * (1 - share) + track.northMeters(i + 1) * share;
    }
  }

  private void recognise(List<ActivitySample> samples) {
    int next = 0;
    var type = ActivityType.UNKNOWN;
    double typeConfidence = 0;
    long sinceMicros = 0;
    for (int step = 0; step < speedMps.length; step++) {
      while (next < samples.size()
          && Micros.of(samples.get(next).time()) < startMicros(step) + STEP_MICROS) {
        var sample = samples.get(next++);
        if (sample.type() != ActivityType.TILTING) {
          type = sample.type();
          typeConfidence = sample.confidenceRatio();
          sinceMicros = Micros.of(sample.time());
        }
      }
      boolean holds = startMicros(step) - sinceMicros <= ACTIVITY_HOLDS_MICROS;
      activity[step] = holds ? type : ActivityType.UNKNOWN;
      confidence[step] = holds ? typeConfidence : 0;
    }
  }

  int size() {
    return speedMps.length;
  }

  long startMicros(int step) {
    return startMicros + step * STEP_MICROS;
  }

  double speedMps(int step) {
    return speedMps[step];
  }

  /** Position in the middle of the step, east of the first fix of the trip. */
  double eastMeters(int step) {
    return eastMeters[step];
  }

  /** Position in the middle of the step, north of the first fix of the trip. */
  double northMeters(int step) {
    return northMeters[step];
  }

  /** How far apart the fixes are between which the step lies. */
  double intervalSeconds(int step) {
    return intervalSeconds[step];
  }

  /** Whether the step lies between fixes that are more than a minute apart. */
  boolean isGap(int step) {
    return gap[step];
  }

  ActivityType activity(int step) {
    return activity[step];
  }

  double confidenceRatio(int step) {
    return confidence[step];
  }
}
