package io.sensorium.simulator.people;

import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.town.Place;
import io.sensorium.simulator.town.PlaceKind;
import io.sensorium.simulator.town.Town;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws the people of a town. */
public final class Population {

  private static final int HAUNTS_PER_KIND = 3;

  private Population() {}

  /** The first {@code count} people that a seed draws. */
  public static List<Person> of(Town town, int count, long seed) {
    return IntStream.range(0, count).mapToObj(i -> person(town, i, seed)).toList();
  }

  /** An office worker who has a car and a bicycle: the person of single histories. */
  public static Person commuter(Town town, long seed) {
    var dice = new Dice(seed).fork("commuter");
    var person = settle(town, "commuter", Occupation.OFFICE_WORKER, dice);
    return new Person(
        person.name(),
        person.seed(),
        town,
        person.home(),
        person.work(),
        person.occupation(),
        person.habits().withCarAndBicycle(),
        person.friends(),
        person.haunts());
  }

  private static Person person(Town town, int number, long seed) {
    var dice = new Dice(seed).fork("person " + number);
    return settle(town, "person-" + number, occupation(dice), dice);
  }

  private static Occupation occupation(Dice dice) {
    double draw = dice.uniform();
    if (draw < 0.5) {
      return Occupation.OFFICE_WORKER;
    }
    if (draw < 0.65) {
      return Occupation.PART_TIMER;
    }
    if (draw < 0.75) {
      return Occupation.NIGHT_WORKER;
    }
    return draw < 0.9 ? Occupation.STUDENT : Occupation.AT_HOME;
  }

  private static Person settle(Town town, String name, Occupation occupation, Dice dice) {
    var homes = town.places(PlaceKind.HOME);
    var home = dice.pick(homes);
    var work = work(town, home, occupation, dice);
    var friends = IntStream.range(0, 3).mapToObj(i -> otherThan(home, homes, dice)).toList();
    return new Person(
        name,
        dice.nextLong(),
        town,
        home,
        work,
        occupation,
        habits(home, work, occupation, dice),
        friends,
        haunts(town, home, dice));
  }

  private static @Nullable Place work(Town town, Place home, Occupation occupation, Dice dice) {
    return switch (occupation) {
      case OFFICE_WORKER, PART_TIMER, NIGHT_WORKER ->
          farFrom(home, town.places(PlaceKind.OFFICE), dice);
      case STUDENT -> farFrom(home, town.places(PlaceKind.SCHOOL), dice);
      case AT_HOME -> null;
    };
  }

  private static Place farFrom(Place home, List<Place> places, Dice dice) {
    var far =
        places.stream()
            .filter(place -> place.position().distanceMetersTo(home.position()) > 700)
            .toList();
    return dice.pick(far);
  }

  private static Place otherThan(Place home, List<Place> homes, Dice dice) {
    return dice.pick(farEnough(home, homes));
  }

  private static List<Place> farEnough(Place home, List<Place> places) {
    return places.stream()
        .filter(place -> place.position().distanceMetersTo(home.position()) > 350)
        .toList();
  }

  private static List<Place> haunts(Town town, Place home, Dice dice) {
    var haunts = new ArrayList<Place>();
    for (var kind :
        List.of(PlaceKind.SHOP, PlaceKind.GYM, PlaceKind.RESTAURANT, PlaceKind.SCHOOL)) {
      farEnough(home, town.places(kind)).stream()
          .sorted(
              Comparator.comparingDouble(
                  place -> place.position().distanceMetersTo(home.position())))
          .limit(HAUNTS_PER_KIND + dice.below(2))
          .forEach(haunts::add);
    }
    return haunts;
  }

  private static Habits habits(Place home, @Nullable Place work, Occupation occupation, Dice dice) {
    boolean crosses = work != null && work.suburb() != home.suburb();
    boolean ridesTrain = crosses && dice.chance(0.5);
    boolean adult = occupation != Occupation.STUDENT;
    return new Habits(
        LocalTime.of(7, 15).plusMinutes(dice.below(90)),
        occupation == Occupation.PART_TIMER ? 4.5 : dice.uniform(7.5, 9),
        dice.uniform(5, 14),
        dice.uniform(0.88, 1.06),
        dice.uniform(1.15, 1.55),
        adult && dice.chance(0.75),
        dice.chance(0.7),
        ridesTrain,
        adult && dice.chance(0.25),
        dice.chance(0.2));
  }
}
