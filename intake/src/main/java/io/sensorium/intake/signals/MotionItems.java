package io.sensorium.intake.signals;

import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.json.ItemValues;
import io.sensorium.intake.json.JsonInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.sym.PropertyNameMatcher;

/** Runs of accelerometer and gyroscope samples. */
final class MotionItems implements Items {

  private static final PropertyNameMatcher MEMBERS =
      JsonInput.matcherOf("start", "rate_hz", "acceleration", "rotation");
  private static final int MAX_RATE_HZ = 1_000;

  private final TimeWindow window;
  private final int maxSamples;
  private final List<MotionChunk> good = new ArrayList<>();
  private int samples;

  MotionItems(TimeWindow window, int maxSamples) {
    this.window = window;
    this.maxSamples = maxSamples;
  }

  List<MotionChunk> good() {
    return good;
  }

  @Override
  public void read(ItemValues values) {
    long start = ItemValues.NO_TIME;
    double rateHz = Double.NaN;
    float @Nullable [] acceleration = null;
    float @Nullable [] rotation = null;
    for (int member = values.nextMember(MEMBERS);
        member != ItemValues.END;
        member = values.nextMember(MEMBERS)) {
      switch (member) {
        case 0 -> start = values.timeMicros("start");
        case 1 -> rateHz = values.number("rate_hz");
        case 2 -> acceleration = values.samples("acceleration", this::countSample);
        case 3 -> rotation = values.samples("rotation", this::countSample);
        default -> values.ignore();
      }
    }
    values.requireTime("start", start, window);
    if (Double.isNaN(rateHz)) {
      values.reject("rate_hz: is missing");
    } else if (!(rateHz > 0 && rateHz <= MAX_RATE_HZ)) {
      values.reject("rate_hz: must be more than 0 and at most " + MAX_RATE_HZ);
    }
    if (acceleration == null || acceleration.length == 0) {
      values.reject("acceleration: is missing");
    } else if (rotation != null && rotation.length != acceleration.length) {
      values.reject("rotation: must have as many samples as acceleration");
    } else if (values.reason() == null) {
      good.add(new MotionChunk(Micros.toInstant(start), rateHz, acceleration, rotation));
    }
  }

  private void countSample() {
    samples++;
    if (samples > maxSamples) {
      throw new InputTooLargeException(
          "a batch may have at most " + maxSamples + " motion samples");
    }
  }
}
