package io.sensorium.core.time;

import java.time.LocalDate;

/** A range of local dates; both ends belong to it. */
public record LocalDays(LocalDate from, LocalDate to) {

  public LocalDays {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day is before the first: " + from + ", " + to);
    }
  }
}
