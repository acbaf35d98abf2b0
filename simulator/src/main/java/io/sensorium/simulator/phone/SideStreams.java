package io.sensorium.simulator.phone;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.people.Episode;
import io.sensorium.simulator.people.Purpose;
import io.sensorium.simulator.random.Dice;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What a phone reports beside its fixes: activity, its own state, steps. */
final class SideStreams {
  /*
   * An episode's items are drawn as a whole when it begins, and handed out as time passes; so they
   * do not hang on when fixes are measured.
   */

  private static final List<ActivityType> MISTAKES =
      List.of(
          ActivityType.UNKNOWN, ActivityType.STILL, ActivityType.WALKING, ActivityType.IN_VEHICLE);
  private static final double RUNNING_MORE_PER_MINUTE = 52;
  private static final double BATTERY_DRAIN_PER_HOUR = 0.035;
  private static final double BATTERY_CHARGE_PER_HOUR = 0.35;

  private final NoiseProfile noise;
  private final Outages outages;
  private final Dice dice;
  private final Timed<ActivitySample> activity = new Timed<>();
  private final Timed<PhoneState> phone = new Timed<>();
  private final Timed<StepCount> steps = new Timed<>();
  private double batteryRatio = 0.9;

  SideStreams(NoiseProfile noise, Outages outages, Dice dice) {
    this.noise = noise;
    this.outages = outages;
    this.dice = dice.fork("side streams");
  }

  void begin(Episode episode, long endMicros) {
    long end = Math.min(endMicros, episode.endMicros());
    drawActivity(episode, end);
    drawPhone(episode, end);
    drawSteps(episode, end);
  }

  List<ActivitySample> takeActivity(long untilMicros) {
    return activity.take(untilMicros);
  }

  List<PhoneState> takePhone(long untilMicros) {
    return phone.take(untilMicros);
  }

  List<StepCount> takeSteps(long untilMicros) {
    return steps.take(untilMicros);
  }

  private void drawActivity(Episode episode, long end) {
    boolean resting = episode instanceof Episode.Stay;
    long time = episode.startMicros() + seconds(15, 50); // the recogniser is late
    while (time < end) {
      if (!outages.isOff(time)) {
        boolean wrong = dice.chance(noise.activityErrorShare());
        var type = wrong ? dice.pick(MISTAKES) : activityOf(episode, time);
        double confidence = wrong ? dice.uniform(0.3, 0.7) : dice.uniform(0.6, 1);
        activity.add(time, new ActivitySample(instant(time), type, hundredths(confidence)));
      }
      time += resting ? seconds(600, 1_200) : seconds(40, 90);
    }
  }

  private static ActivityType activityOf(Episode episode, long time) {
    return switch (episode) {
      case Episode.Stay _ -> ActivityType.STILL;
      case Episode.Leg leg
          when episode.at(time).speedMps() == 0 && leg.mode() != TransportMode.CAR ->
          ActivityType.STILL;
      case Episode.Leg leg -> typeOf(leg.mode());
    };
  }

  private static ActivityType typeOf(TransportMode mode) {
    return switch (mode) {
      case WALKING -> ActivityType.WALKING;
      case RUNNING -> ActivityType.RUNNING;
      case BIKING, ESCOOTER -> ActivityType.ON_BICYCLE;
      case CAR, TRAIN, BUS, TRAM, SUBWAY, BOAT, FERRY, MOTORCYCLE, FLIGHT ->
          ActivityType.IN_VEHICLE;
      case IDLE -> ActivityType.STILL;
      case OTHER, INSUFFICIENT_DATA -> ActivityType.UNKNOWN;
    };
  }

  private void drawPhone(Episode episode, long end) {
    long last = episode.startMicros();
    long time = last + seconds(60, 1_500);
    boolean driving = episode instanceof Episode.Leg leg && leg.mode() == TransportMode.CAR;
    while (time < end) {
      boolean charging = driving || isCharging(episode, time);
      double hours = (double) (time - last) / Micros.PER_HOUR;
      double change = charging ? BATTERY_CHARGE_PER_HOUR : -BATTERY_DRAIN_PER_HOUR;
      batteryRatio = Math.clamp(batteryRatio + change * hours, 0.05, 1);
      if (!outages.isOff(time)) {
        phone.add(time, phoneState(time, charging, driving));
      }
      last = time;
      time += seconds(300, 1_800);
    }
  }

  private PhoneState phoneState(long time, boolean charging, boolean driving) {
    return new PhoneState(
        instant(time),
        dice.chance(charging && !driving ? 0.05 : 0.4),
        PhoneState.CallState.NONE,
        driving ? Boolean.TRUE : null,
        hundredths(batteryRatio),
        charging,
        driving ? "bluetooth" : null);
  }

  /** At home, a phone hangs on its cable through long stays until it is full. */
  private boolean isCharging(Episode episode, long time) {
    return episode instanceof Episode.Stay stay
        && stay.purpose() == Purpose.HOME
        && stay.endMicros() - stay.startMicros() > 6 * Micros.PER_HOUR
        && time > stay.startMicros() + 3 * Micros.PER_HOUR;
  }

  private void drawSteps(Episode episode, long end) {
    boolean runs = isBy(episode, TransportMode.RUNNING);
    boolean onFoot = runs || isBy(episode, TransportMode.WALKING);
    long time = episode.startMicros();
    while (time < end) {
      long until = Math.min(end, time + (onFoot ? Micros.PER_MINUTE : seconds(600, 3_600)));
      double minutes = (double) (until - time) / Micros.PER_MINUTE;
      double more = runs ? RUNNING_MORE_PER_MINUTE : 0;
      int count =
          (int) (onFoot ? minutes * (more + dice.uniform(100, 118)) : dice.uniform(-15, 25));
      if (count > 0 && !outages.isOff(until)) {
        steps.add(until, new StepCount(instant(time), instant(until), count));
      }
      time = until;
    }
  }

  private static boolean isBy(Episode episode, TransportMode mode) {
    return episode instanceof Episode.Leg leg && leg.mode() == mode;
  }

  private long seconds(double from, double to) {
    return Math.round(dice.uniform(from, to) * 1_000) * Micros.PER_MILLI;
  }

  private static Instant instant(long timeMicros) {
    return Micros.toInstant(timeMicros);
  }

  private static double hundredths(double ratio) {
    return Math.rint(ratio * 100) / 100;
  }

  /** Items waiting for their time. */
  private static final class Timed<T> {

    private record Item<T>(long timeMicros, T value) {}

    private final ArrayDeque<Item<T>> waiting = new ArrayDeque<>();

    void add(long timeMicros, T value) {
      waiting.addLast(new Item<>(timeMicros, value));
    }

    List<T> take(long untilMicros) {
      var taken = new ArrayList<T>();
      while (!waiting.isEmpty() && waiting.getFirst().timeMicros() <= untilMicros) {
        taken.add(waiting.removeFirst().value());
      }
      return taken;
    }
  }
}
