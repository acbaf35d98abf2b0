package io.sensorium.intake.owntracks;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.fix.FixDraft;
import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.json.ItemValues;
import io.sensorium.intake.json.JsonInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.sym.PropertyNameMatcher;

/** One message while it is read; used again for the next. */
final class LocationMessage {

  private static final PropertyNameMatcher MEMBERS =
      JsonInput.matcherOf("_type", "tst", "lat", "lon", "acc", "alt", "vel", "cog", "batt", "bs");
  private static final double MPS_PER_KMH = 1 / 3.6;
  private static final int MAX_TYPE_LENGTH = 64;
  private static final long LATEST_SECOND = 100_000_000_000L;

  private final TimeWindow window;
  private final FixDraft draft = new FixDraft();
  private @Nullable String type;
  private long timeSeconds;
  private double batteryPercent;
  private double batteryStatus;

  LocationMessage(TimeWindow window) {
    this.window = window;
  }

  void read(ItemValues values) {
    draft.clear();
    type = null;
    timeSeconds = ItemValues.NO_LONG;
    batteryPercent = Double.NaN;
    batteryStatus = Double.NaN;
    for (int member = values.nextMember(MEMBERS);
        member != ItemValues.END;
        member = values.nextMember(MEMBERS)) {
      readMember(member, values);
    }
  }

  private void readMember(int member, ItemValues values) {
    switch (member) {
      case 0 -> type = values.text("_type", MAX_TYPE_LENGTH);
      case 1 -> timeSeconds = values.wholeNumber("tst");
      case 2 -> draft.setLatitudeDeg(values.number("lat"));
      case 3 -> draft.setLongitudeDeg(values.number("lon"));
      case 4 -> draft.setAccuracyMeters(values.number("acc"));
      case 5 -> draft.setAltitudeMeters(values.number("alt"));
      case 6 -> draft.setSpeedMps(values.number("vel") * MPS_PER_KMH);
      case 7 -> draft.setBearingDeg(values.number("cog"));
      case 8 -> batteryPercent = values.number("batt");
      case 9 -> batteryStatus = values.number("bs");
      default -> values.ignore();
    }
  }

  boolean isLocation() {
    return "location".equals(type);
  }

  /** Why the location is rejected, or null when it is good. */
  @Nullable String problem(ItemValues values) {
    if (values.reason() != null) {
      return values.reason();
    }
    if (timeSeconds == ItemValues.NO_LONG) {
      return "tst: is missing";
    }
    if (Math.abs(timeSeconds) > LATEST_SECOND) {
      return "tst: must be Unix seconds";
    }
    draft.setTimeMicros(timeSeconds * Micros.PER_SECOND);
    return draft.problem(window);
  }

  void addTo(FixTrack.Builder fixes, List<PhoneState> phone) {
    draft.addTo(fixes);
    Double battery = batteryRatio();
    Boolean charging = charging();
    if (battery != null || charging != null) {
      var time = Micros.toInstant(timeSeconds * Micros.PER_SECOND);
      phone.add(new PhoneState(time, null, null, null, battery, charging, null));
    }
  }

  /** Some phones send -1 when they do not know. */
  private @Nullable Double batteryRatio() {
    return batteryPercent >= 0 && batteryPercent <= 100 ? batteryPercent / 100 : null;
  }

  /** 1 = unplugged, 2 = charging, 3 = full; all else says nothing. */
  private @Nullable Boolean charging() {
    if (batteryStatus == 1) {
      return false;
    }
    return (batteryStatus == 2 || batteryStatus == 3) ? true : null;
  }
}
