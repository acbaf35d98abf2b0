package io.sensorium.intake.signals;

import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.json.ItemValues;
import io.sensorium.intake.json.JsonInput;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.sym.PropertyNameMatcher;

/** Steps counted. */
final class StepItems implements Items {

  private static final PropertyNameMatcher MEMBERS = JsonInput.matcherOf("start", "end", "count");

  private final TimeWindow window;
  private final List<StepCount> good = new ArrayList<>();

  StepItems(TimeWindow window) {
    this.window = window;
  }

  List<StepCount> good() {
    return good;
  }

  @Override
  public void read(ItemValues values) {
    long start = ItemValues.NO_TIME;
    long end = ItemValues.NO_TIME;
    long count = ItemValues.NO_LONG;
    for (int member = values.nextMember(MEMBERS);
        member != ItemValues.END;
        member = values.nextMember(MEMBERS)) {
      switch (member) {
        case 0 -> start = values.timeMicros("start");
        case 1 -> end = values.timeMicros("end");
        case 2 -> count = values.wholeNumber("count");
        default -> values.ignore();
      }
    }
    values.requireTime("start", start, window);
    values.requireTime("end", end, window);
    if (end < start) {
      values.reject("end: must not be before start");
    }
    if (count == ItemValues.NO_LONG) {
      values.reject("count: is missing");
    } else if (values.isWithinOrAbsent("count", (double) count, 0, Integer.MAX_VALUE)) {
      good.add(new StepCount(Micros.toInstant(start), Micros.toInstant(end), (int) count));
    }
  }
}
