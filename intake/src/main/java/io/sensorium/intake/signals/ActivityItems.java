package io.sensorium.intake.signals;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.json.ItemValues;
import io.sensorium.intake.json.JsonInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.sym.PropertyNameMatcher;

/** What the phone's recogniser says. A confidence that is not given is 1. */
final class ActivityItems implements Items {

  private static final PropertyNameMatcher MEMBERS =
      JsonInput.matcherOf("time", "type", "confidence");
  private static final ActivityType[] TYPES = ActivityType.values();

  private final TimeWindow window;
  private final List<ActivitySample> good = new ArrayList<>();

  ActivityItems(TimeWindow window) {
    this.window = window;
  }

  List<ActivitySample> good() {
    return good;
  }

  @Override
  public void read(ItemValues values) {
    long time = ItemValues.NO_TIME;
    @Nullable ActivityType type = null;
    double confidence = Double.NaN;
    for (int member = values.nextMember(MEMBERS);
        member != ItemValues.END;
        member = values.nextMember(MEMBERS)) {
      switch (member) {
        case 0 -> time = values.timeMicros("time");
        case 1 -> type = values.constant("type", TYPES);
        case 2 -> confidence = values.number("confidence");
        default -> values.ignore();
      }
    }
    values.requireTime("time", time, window);
    if (type == null) {
      values.reject("type: is missing");
    } else if (values.isWithinOrAbsent("confidence", confidence, 0, 1)) {
      double confidenceRatio = Double.isNaN(confidence) ? 1 : confidence;
      good.add(new ActivitySample(Micros.toInstant(time), type, confidenceRatio));
    }
  }
}
