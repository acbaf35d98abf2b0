package io.sensorium.simulator.people;

import io.sensorium.simulator.town.Place;
import java.time.Duration;
import java.time.LocalDateTime;

/** Something a person plans to leave the present place for. */
public sealed interface Outing {

  Departure departure();

  /** To go to a place and stay there. */
  record Errand(Departure departure, Place to, Purpose purpose, boolean onFoot) implements Outing {}

  /** To go round about on foot and come back to the same place. */
  record Stroll(Departure departure, Duration length, boolean running) implements Outing {}

  /** When to leave. */
  sealed interface Departure {

    /** By the clock on the wall; later when the person is not there yet. */
    record At(LocalDateTime time) implements Departure {}

    /** A while after coming to the place. */
    record After(Duration dwell) implements Departure {}
  }
}
