package io.sensorium.simulator.people;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.town.Place;
import io.sensorium.simulator.town.PlaceKind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The shift of somebody who drives from door to door, without end: for watching live. */
public final class Courier implements Iterator<Episode> {

  private static final int DOORS_PER_BREAK = 6;

  private final Person person;
  private final Dice dice;
  private final List<Place> doors;
  private final Deque<Episode> ready = new ArrayDeque<>();
  private Place place;
  private long nowMicros;
  private int trip;

  /** Sets off from the person's home. */
  public Courier(Person person, Instant start) {
    this.person = person;
    this.dice = new Dice(person.seed()).fork("courier");
    this.doors =
        person.town().places().stream()
            .filter(door -> door.suburb() == person.home().suburb())
            .toList();
    this.place = person.home();
    this.nowMicros = Micros.of(start);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Episode next() {
    if (ready.isEmpty()) {
      drive();
    }
    return ready.removeFirst();
  }

  private void drive() {
    var journey = new Journey(person, trip++, nowMicros, false, dice.fork(trip));
    for (int i = 0; i < DOORS_PER_BREAK; i++) {
      var door = dice.pick(doors);
      if (!door.equals(place)) {
        journey.drive(place, door);
        place = door;
      }
    }
    ready.addAll(journey.legs());
    nowMicros = journey.endMicros();
    long until = nowMicros + (long) (dice.uniform(360, 600) * Micros.PER_SECOND);
    var purpose = place.kind() == PlaceKind.RESTAURANT ? Purpose.MEAL : Purpose.VISIT;
    ready.add(new Episode.Stay(nowMicros, until, place, purpose));
    nowMicros = until;
  }
}
