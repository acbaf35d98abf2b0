package io.sensorium.simulator.sensing;

/** Where a sensor hangs. */
public enum Spot {
  LIVING_ROOM,
  OUTDOORS,
  KITCHEN_FRIDGE,
  VACCINE_FRIDGE,
  /** The cooled hold of a van, which delivers by day and stands at the house by night. */
  HOLD
}
