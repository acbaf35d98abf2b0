package io.sensorium.simulator.town;

import io.sensorium.core.geo.LatLon;
import java.time.ZoneId;

/**
 * Where on the earth a simulated town lies; its streets are invented.
 *
 * @param country the country's name in its own language
 * @param region the part of the country that it lies in
 */
public record TownSetting(
    String name, String country, String region, LatLon center, ZoneId zone, TrafficLaw law) {

  public static final TownSetting GHENT =
      new TownSetting(
          "Ghent",
          "België",
          "Vlaanderen",
          new LatLon(51.05, 3.72),
          ZoneId.of("Europe/Brussels"),
          TrafficLaw.metric(false, 120, 50, 30));

  public static final TownSetting LONDON =
      new TownSetting(
          "London",
          "United Kingdom",
          "England",
          new LatLon(51.51, -0.12),
          ZoneId.of("Europe/London"),
          TrafficLaw.imperial(true, 70, 30, 20));

  public static final TownSetting SAN_FRANCISCO =
      new TownSetting(
          "San Francisco",
          "United States",
          "California",
          new LatLon(37.76, -122.44),
          ZoneId.of("America/Los_Angeles"),
          TrafficLaw.imperial(false, 65, 25, 15));

  public static final TownSetting SYDNEY =
      new TownSetting(
          "Sydney",
          "Australia",
          "New South Wales",
          new LatLon(-33.88, 151.12),
          ZoneId.of("Australia/Sydney"),
          TrafficLaw.metric(true, 110, 50, 40));

  /** The name of the smaller place some kilometres away. */
  public String suburbName() {
    return name + " Meadows";
  }
}
