package io.sensorium.simulator.town;

import io.sensorium.core.geo.LatLon;
import java.time.ZoneId;

/** Where on the earth a simulated town lies; its streets are invented. */
public record TownSetting(String name, LatLon center, ZoneId zone) {

  public static final TownSetting GHENT =
      new TownSetting("Ghent", new LatLon(51.05, 3.72), ZoneId.of("Europe/Brussels"));

  public static final TownSetting LONDON =
      new TownSetting("London", new LatLon(51.51, -0.12), ZoneId.of("Europe/London"));

  public static final TownSetting SAN_FRANCISCO =
      new TownSetting(
          "San Francisco", new LatLon(37.76, -122.44), ZoneId.of("America/Los_Angeles"));

  public static final TownSetting SYDNEY =
      new TownSetting("Sydney", new LatLon(-33.88, 151.12), ZoneId.of("Australia/Sydney"));
}
