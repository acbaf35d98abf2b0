package io.sensorium.simulator.people;

/** How a person gets from one place to the next. */
enum Travel {
  WALK,
  BICYCLE,
  CAR,
  BUS,
  TRAIN
}
