package io.sensorium.intake.signals;

import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.json.ItemValues;
import io.sensorium.intake.json.JsonInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.sym.PropertyNameMatcher;

/** What the phone itself was doing. */
final class PhoneItems implements Items {

  private enum Screen {
    ON,
    OFF
  }

  private static final PropertyNameMatcher MEMBERS =
      JsonInput.matcherOf(
          "time", "screen", "call", "mounted", "battery", "charging", "audio_route");
  private static final PhoneState.CallState[] CALLS = PhoneState.CallState.values();
  private static final Screen[] SCREENS = Screen.values();
  private static final int MAX_ROUTE_LENGTH = 64;

  private final TimeWindow window;
  private final List<PhoneState> good = new ArrayList<>();

  PhoneItems(TimeWindow window) {
    this.window = window;
  }

  List<PhoneState> good() {
    return good;
  }

  @Override
  public void read(ItemValues values) {
    long time = ItemValues.NO_TIME;
    @Nullable Screen screen = null;
    PhoneState.@Nullable CallState call = null;
    @Nullable Boolean mounted = null;
    double battery = Double.NaN;
    @Nullable Boolean charging = null;
    @Nullable String route = null;
    for (int member = values.nextMember(MEMBERS);
        member != ItemValues.END;
        member = values.nextMember(MEMBERS)) {
      switch (member) {
        case 0 -> time = values.timeMicros("time");
        case 1 -> screen = values.constant("screen", SCREENS);
        case 2 -> call = values.constant("call", CALLS);
        case 3 -> mounted = values.flag("mounted");
        case 4 -> battery = values.number("battery");
        case 5 -> charging = values.flag("charging");
        case 6 -> route = values.text("audio_route", MAX_ROUTE_LENGTH);
        default -> values.ignore();
      }
    }
    values.requireTime("time", time, window);
    if (values.isWithinOrAbsent("battery", battery, 0, 1)) {
      good.add(
          new PhoneState(
              Micros.toInstant(time),
              screen == null ? null : screen == Screen.ON,
              call,
              mounted,
              Double.isNaN(battery) ? null : battery,
              charging,
              route));
    }
  }
}
