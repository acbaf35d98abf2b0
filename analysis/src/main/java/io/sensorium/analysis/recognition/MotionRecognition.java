package io.sensorium.analysis.recognition;

import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells from accelerometer and gyroscope how somebody moves. See docs/algorithms/recognition.md.
 *
 * <p>Chunks come one by one, in the order of the archive, and are not kept. Time is cut into
 * windows of five seconds by the clock, wherever chunks begin and end. Two windows that agree are
 * told at the end of the second, once in each minute of the clock, and when they tell something
 * new. Mutable.
 */
public final class MotionRecognition {
  /*
   * Each minute begins anew, and nothing else is remembered, so that any stretch of whole minutes
   * gives the samples that it has in the whole history.
   */

  /** Longer chunks are looked at up to there. */
  public static final long LONGEST_CHUNK_MICROS = Micros.PER_HOUR;

  /** How long it holds: until the next minute has had time to tell. */
  static final long HOLDS_MICROS = 90 * Micros.PER_SECOND;

  /** Steps are not seen at lower rates. */
  private static final double LEAST_HZ = 10;

  private final MotionWindow window = new MotionWindow();
  private final List<Recognised> found = new ArrayList<>();
  private long windowMicros = Long.MIN_VALUE;
  private long lastMicros = Long.MIN_VALUE;
  private @Nullable ActivityType previous;
  private long previousMicros = Long.MIN_VALUE;
  private @Nullable ActivityType told;
  private long toldMinute = Long.MIN_VALUE;

  /** Takes in the next chunk; what lies before samples that were taken in is not looked at. */
  public void add(MotionChunk chunk) {
    if (chunk.rateHz() < LEAST_HZ) {
      return;
    }
    long startMicros = Micros.of(chunk.start());
    double sampleMicros = Micros.PER_SECOND / chunk.rateHz();
    for (int sample = 0; sample < chunk.sampleCount(); sample++) {
      long elapsedMicros = (long) (sample * sampleMicros);
      if (elapsedMicros > LONGEST_CHUNK_MICROS) {
        return;
      }
      long timeMicros = startMicros + elapsedMicros;
      if (timeMicros > lastMicros) {
        lastMicros = timeMicros;
        enter(timeMicros);
        window.add(timeMicros - windowMicros, chunk, sample);
      }
    }
  }

  private void enter(long timeMicros) {
    if (timeMicros >= windowMicros + MotionWindow.LENGTH_MICROS || windowMicros == Long.MIN_VALUE) {
      closeWindow();
      windowMicros = timeMicros - Math.floorMod(timeMicros, MotionWindow.LENGTH_MICROS);
    }
  }

  /** What was recognised, in order of time; ends the use. */
  public List<Recognised> finish() {
    closeWindow();
    return List.copyOf(found);
  }

  private void closeWindow() {
    var features = windowMicros == Long.MIN_VALUE ? null : window.features();
    var rule = features == null ? null : MotionRule.of(features);
    if (rule != null) {
      recognise(rule);
    }
    window.clear();
  }

  private void recognise(MotionRule rule) {
    long minute = Math.floorDiv(windowMicros, Micros.PER_MINUTE);
    boolean follows =
        previousMicros == windowMicros - MotionWindow.LENGTH_MICROS
            && Math.floorDiv(previousMicros, Micros.PER_MINUTE) == minute;
    boolean agrees = follows && previous == rule.type();
    boolean isNews = toldMinute != minute || told != rule.type();
    if (agrees && isNews) {
      tell(rule, minute);
    }
    previous = rule.type();
    previousMicros = windowMicros;
  }

  private void tell(MotionRule rule, long minute) {
    long atMicros = windowMicros + MotionWindow.LENGTH_MICROS;
    long untilMicros = atMicros + HOLDS_MICROS;
    found.add(
        Recognised.of(
            Recognised.Source.MOTION, atMicros, rule.type(), rule.confidenceRatio(), untilMicros));
    told = rule.type();
    toldMinute = minute;
  }
}
