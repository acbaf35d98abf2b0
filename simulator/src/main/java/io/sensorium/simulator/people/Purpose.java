package io.sensorium.simulator.people;

/** Why a person stays at a place. */
public enum Purpose {
  HOME,
  WORK,
  STUDY,
  DROP_OFF,
  SHOP,
  GYM,
  MEAL,
  VISIT
}
