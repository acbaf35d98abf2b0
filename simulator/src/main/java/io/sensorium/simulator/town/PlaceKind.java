package io.sensorium.simulator.town;

/** What a building is for. */
public enum PlaceKind {
  HOME,
  OFFICE,
  SCHOOL,
  SHOP,
  GYM,
  RESTAURANT
}
