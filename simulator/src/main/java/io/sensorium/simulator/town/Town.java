package io.sensorium.simulator.town;

import java.util.List;

/** A simulated town: a centre and a suburb, their streets, lines and places. Immutable. */
public record Town(
    TownSetting setting,
    LocalPlane plane,
    Land land,
    StreetGraph streets,
    Router router,
    List<TransitLine> buses,
    TransitLine tram,
    TransitLine railway,
    List<Place> places) {

  public Town {
    buses = List.copyOf(buses);
    places = List.copyOf(places);
  }

  /** The town that a seed draws. */
  public static Town of(TownSetting setting, long seed) {
    return new TownBuilder(setting, seed).build();
  }

  public List<Place> places(PlaceKind kind) {
    return places.stream().filter(place -> place.kind() == kind).toList();
  }
}
