package io.sensorium.intake.signals;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.intake.fix.FixDraft;
import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.json.ItemValues;
import io.sensorium.intake.json.JsonInput;
import java.util.Locale;
import tools.jackson.core.sym.PropertyNameMatcher;

/** Positions. */
final class FixItems implements Items {

  private static final PropertyNameMatcher MEMBERS =
      JsonInput.matcherOf(
          "time",
          "lat",
          "lon",
          "accuracy",
          "altitude",
          "speed",
          "bearing",
          "uptime_ms",
          "provider");
  private static final LocationProvider[] PROVIDERS = LocationProvider.values();
  private static final int MAX_PROVIDER_LENGTH = 64;

  private final TimeWindow window;
  private final FixDraft draft = new FixDraft();
  private final FixTrack.Builder good = new FixTrack.Builder(128);

  FixItems(TimeWindow window) {
    this.window = window;
  }

  FixTrack build() {
    return good.build();
  }

  @Override
  public void read(ItemValues values) {
    draft.clear();
    for (int member = values.nextMember(MEMBERS);
        member != ItemValues.END;
        member = values.nextMember(MEMBERS)) {
      readMember(member, values);
    }
    if (values.reason() != null) {
      return;
    }
    String problem = draft.problem(window);
    if (problem == null) {
      draft.addTo(good);
    } else {
      values.reject(problem);
    }
  }

  private void readMember(int member, ItemValues values) {
    switch (member) {
      case 0 -> draft.setTimeMicros(values.timeMicros("time"));
      case 1 -> draft.setLatitudeDeg(values.number("lat"));
      case 2 -> draft.setLongitudeDeg(values.number("lon"));
      case 3 -> draft.setAccuracyMeters(values.number("accuracy"));
      case 4 -> draft.setAltitudeMeters(values.number("altitude"));
      case 5 -> draft.setSpeedMps(values.number("speed"));
      case 6 -> draft.setBearingDeg(values.number("bearing"));
      case 7 -> draft.setUptimeMillis(values.wholeNumber("uptime_ms"));
      case 8 -> readProvider(values);
      default -> values.ignore();
    }
  }

  /** A provider of a name that is not known is some other provider, and no reason to reject. */
  private void readProvider(ItemValues values) {
    String name = values.text("provider", MAX_PROVIDER_LENGTH);
    if (name != null) {
      draft.setProvider(providerOf(name));
    }
  }

  private static LocationProvider providerOf(String name) {
    for (var provider : PROVIDERS) {
      if (provider.name().toLowerCase(Locale.ROOT).equals(name)) {
        return provider;
      }
    }
    return LocationProvider.OTHER;
  }
}
