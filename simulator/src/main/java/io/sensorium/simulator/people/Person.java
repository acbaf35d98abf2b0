package io.sensorium.simulator.people;

import io.sensorium.simulator.town.Place;
import io.sensorium.simulator.town.Town;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who lives in a town.
 *
 * @param seed draws everything this person will ever do
 * @param work where the person works or studies; null for one at home
 * @param friends homes that the person visits
 * @param haunts shops, gyms, restaurants and the like that the person goes to
 */
public record Person(
    String name,
    long seed,
    Town town,
    Place home,
    @Nullable Place work,
    Occupation occupation,
    Habits habits,
    List<Place> friends,
    List<Place> haunts) {

  public Person {
    friends = List.copyOf(friends);
    haunts = List.copyOf(haunts);
    if ((work == null) != (occupation == Occupation.AT_HOME)) {
      throw new IllegalArgumentException("work and occupation disagree: " + occupation);
    }
  }
}
