package io.sensorium.simulator;

import io.sensorium.simulator.people.Person;
import io.sensorium.simulator.people.Population;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.Sampling;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TownSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A town and the people in it. */
public record Simulation(Town town, List<Person> people) {

  private static final Duration MONTH = Duration.ofDays(30);
  private static final Instant MONTH_START = Instant.parse("2026-03-01T23:00:00Z");
  private static final Duration MONTH_SAMPLING = Duration.ofSeconds(15);

  public Simulation {
    people = List.copyOf(people);
  }

  /** The town near Ghent that a seed draws. */
  public static Simulation town(long seed, int people) {
    return town(TownSetting.GHENT, seed, people);
  }

  public static Simulation town(TownSetting setting, long seed, int people) {
    var town = Town.of(setting, seed);
    return new Simulation(town, Population.of(town, people, seed));
  }

  /** 30 days of one commuter, a fix each 15 s, none missing: 172,800 fixes. */
  public static PersonHistory month(long seed) {
    return month(seed, NoiseProfile.WHOLE);
  }

  /** 30 days of one commuter, a fix each 15 s as far as the profile lets them through. */
  public static PersonHistory month(long seed, NoiseProfile noise) {
    return PersonHistory.of(seed, MONTH_START, MONTH, Sampling.every(MONTH_SAMPLING), noise);
  }

  /** A span of one person's life. */
  public PersonHistory history(
      int person, Instant start, Duration length, Sampling sampling, NoiseProfile noise) {
    return new PersonHistory(people.get(person), start, length, sampling, noise);
  }
}
