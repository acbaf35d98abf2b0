package io.sensorium.analysis.flow;

/** What the phone took its owner to be moving by. The order is saved. */
enum Ridden {
  UNKNOWN,
  FEET,
  BICYCLE,
  VEHICLE
}
