package io.sensorium.store.measurement;

/** Lets go what is too old to be kept row by row. */
@FunctionalInterface
public interface MeasurementAging {

  /**
   * Removes rows before a date, a block at a time, for good. What the rows of a block had in common
   * is kept: groups and extremes of spans that hold a removed block wholly are as before; other
   * questions do not find it any more. The newest block of a source stays, so that its latest
   * measurement is known. The date never moves back.
   *
   * @return how many blocks were removed
   */
  long removeRowsBefore(long timeMicros);
}
