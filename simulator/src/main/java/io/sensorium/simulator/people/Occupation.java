package io.sensorium.simulator.people;

/** What takes a person out on working days. */
public enum Occupation {
  OFFICE_WORKER,
  PART_TIMER,
  NIGHT_WORKER,
  STUDENT,
  AT_HOME
}
