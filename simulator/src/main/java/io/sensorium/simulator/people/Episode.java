package io.sensorium.simulator.people;

import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.movement.Motion;
import io.sensorium.simulator.movement.Trace;
import io.sensorium.simulator.town.Place;

/** A piece of a life: one stay or one leg. Each starts where and when the one before ended. */
public sealed interface Episode {

  long startMicros();

  long endMicros();

  /** Where the person truly is at an instant of the episode. */
  Motion at(long timeMicros);

  /** The person is at a place, for five minutes at least. */
  record Stay(long startMicros, long endMicros, Place place, Purpose purpose) implements Episode {
    @Override
    public Motion at(long timeMicros) {
      return new Motion(place.position(), 0, 0);
    }
  }

  /**
   * The person is on the way, by one mode.
   *
   * @param trip counts the person's trips; the legs of one trip share it
   * @param mode {@code IDLE} for waiting at a stop
   */
  record Leg(int trip, TransportMode mode, Trace trace) implements Episode {
    @Override
    public long startMicros() {
      return trace.startMicros();
    }

    @Override
    public long endMicros() {
      return trace.endMicros();
    }

    @Override
    public Motion at(long timeMicros) {
      return trace.at(timeMicros);
    }
  }
}
