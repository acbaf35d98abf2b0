package io.sensorium.engine.flow;

import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A few days of somebody who stays, walks, drives, and is sometimes not heard of. */
final class Days {

  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final LatLon HOME = new LatLon(51.0543, 3.7174);

  private final Random random;
  private final Duration every;
  private final List<GpsFix> fixes = new ArrayList<>();
  private final List<ActivitySample> activity = new ArrayList<>();
  private final List<MotionChunk> motion = new ArrayList<>();
  private final List<StepCount> steps = new ArrayList<>();
  private final Random senses;
  private Instant now = START;
  private LatLon here = HOME;

  private Days(long seed, Duration every) {
    this.random = new Random(seed);
    this.senses = new Random(seed);
    this.every = every;
  }

  /** Days with a fix now and then as {@code every} says. */
  static Signals of(long seed, int days, Duration every) {
    var story = new Days(seed, every);
    for (int day = 0; day < days; day++) {
      story.liveUntil(START.plus(Duration.ofDays(day + 1)));
    }
    return new Signals(
        FixTrack.of(story.fixes).sortedDistinct(), List.of(), story.activity, List.of(), List.of());
  }

  /** The same days, with steps and motion from the ways, and less of the phone's recognition. */
  static Signals withSenses(long seed, int days, Duration every) {
    var story = new Days(seed, every);
    for (int day = 0; day < days; day++) {
      story.liveUntil(START.plus(Duration.ofDays(day + 1)));
    }
    return story.sensed();
  }

  /** The same, and at their end a long drive that goes on. */
  static Signals endingOnTheWay(long seed, int days, Duration every) {
    var story = storyThatEndsOnTheWay(seed, days, every);
    return new Signals(
        FixTrack.of(story.fixes).sortedDistinct(), List.of(), story.activity, List.of(), List.of());
  }

  /** The same, with what is sensed as in {@link #withSenses}. */
  static Signals sensedAndEndingOnTheWay(long seed, int days, Duration every) {
    return storyThatEndsOnTheWay(seed, days, every).sensed();
  }

  private static Days storyThatEndsOnTheWay(long seed, int days, Duration every) {
    var story = new Days(seed, every);
    for (int day = 0; day < days; day++) {
      story.liveUntil(START.plus(Duration.ofDays(day + 1)));
    }
    story.stay(Duration.ofMinutes(30));
    story.move(14, Duration.ofMinutes(30 + story.random.nextInt(150)));
    return story;
  }

  private Signals sensed() {
    return new Signals(
        FixTrack.of(fixes).sortedDistinct(),
        motion,
        activity.subList(0, activity.size() / 2),
        List.of(),
        steps);
  }

  private void liveUntil(Instant midnight) {
    while (now.isBefore(midnight)) {
      stay(Duration.ofMinutes(20 + random.nextInt(400)));
      if (random.nextInt(5) == 0) {
        now = now.plus(Duration.ofMinutes(random.nextInt(60)));
      }
      move(random.nextInt(3) == 0 ? 14 : 1.4, Duration.ofMinutes(8 + random.nextInt(25)));
    }
  }

  private void stay(Duration duration) {
    var end = now.plus(duration);
    while (now.isBefore(end)) {
      fix(Geodesy.destination(here, random.nextInt(360), Math.abs(random.nextGaussian()) * 8));
      if (random.nextInt(200) == 0) {
        fix(Geodesy.destination(here, random.nextInt(360), 100 + random.nextInt(3_000)));
      }
    }
  }

  private void move(double speedMps, Duration duration) {
    var end = now.plus(duration);
    double bearingDeg = random.nextInt(360);
    activity.add(
        new ActivitySample(
            now.plusSeconds(60),
            speedMps > 3 ? ActivityType.IN_VEHICLE : ActivityType.WALKING,
            0.75));
    sense(speedMps < 3);
    while (now.isBefore(end)) {
      bearingDeg = (bearingDeg + random.nextInt(20) - 10 + 360) % 360;
      here = Geodesy.destination(here, bearingDeg, speedMps * every.toMillis() / 1e3);
      fix(Geodesy.destination(here, random.nextInt(360), Math.abs(random.nextGaussian()) * 4));
    }
  }

  /** What a phone senses in the first minute and a half of a way. */
  private void sense(boolean walks) {
    for (int part = 0; part < 3; part++) {
      motion.add(chunk(now.plusSeconds(30L * part), 750, walks));
      if (walks) {
        var from = now.plusSeconds(30L * part);
        steps.add(new StepCount(from, from.plusSeconds(30), 50 + senses.nextInt(10)));
      }
    }
  }

  private MotionChunk chunk(Instant start, int samples, boolean walks) {
    var acceleration = new float[3 * samples];
    for (int i = 0; i < samples; i++) {
      double push = walks ? 3 * Math.cos(2 * Math.PI * 1.8 * i / 25) : 0;
      acceleration[3 * i] = (float) (0.3 * senses.nextGaussian());
      acceleration[3 * i + 1] = (float) (9.81 + push + 0.4 * senses.nextGaussian());
    }
    return new MotionChunk(start, 25, acceleration, null);
  }

  private void fix(LatLon position) {
    fixes.add(GpsFix.at(now, position, 3 + random.nextInt(20)));
    now = now.plus(every);
  }
}
