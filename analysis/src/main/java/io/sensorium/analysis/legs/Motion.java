package io.sensorium.analysis.legs;

/** The kinds of motion that a trip is cut by; the classes of the model of motion, in its order. */
public enum Motion {
  WALK,
  BIKE,
  VEHICLE
}
