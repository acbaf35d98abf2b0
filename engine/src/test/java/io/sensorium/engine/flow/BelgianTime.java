package io.sensorium.engine.flow;

import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.ZoneLookup;
import java.time.ZoneId;

/** Brussels everywhere: where zones are not what is tested. */
public final class BelgianTime implements ZoneLookup {

  @Override
  public ZoneId zoneAt(LatLon position) {
    return ZoneId.of("Europe/Brussels");
  }

  @Override
  public String version() {
    return "test";
  }

  /** What derives timelines in Belgium, with the models that are shipped. */
  public static Derivation derivation() {
    return new Derivation(new LegAnalysis(ShippedModes.load()), new BelgianTime());
  }
}
