package io.sensorium.simulator;

import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.people.Episode;
import io.sensorium.simulator.people.Itinerary;
import io.sensorium.simulator.people.Person;
import io.sensorium.simulator.people.Population;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.PhoneProfile;
import io.sensorium.simulator.phone.Recording;
import io.sensorium.simulator.phone.Sampling;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TownSetting;
import io.sensorium.simulator.truth.TrueSpan;
import io.sensorium.simulator.truth.Truth;
import io.sensorium.simulator.truth.TruthTeller;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A span of one person's life: what the phone reported of it, and what was true. Both are drawn
 * anew on each call and are always the same. Safe for use by many threads.
 */
public record PersonHistory(Person person, Instant start, Duration length, PhoneProfile phone) {

  public PersonHistory {
    if (!length.isPositive()) {
      throw new IllegalArgumentException("length must be positive: " + length);
    }
  }

  public PersonHistory(
      Person person, Instant start, Duration length, Sampling sampling, NoiseProfile noise) {
    this(person, start, length, new PhoneProfile(sampling, noise));
  }

  /** The history of a seed's commuter, near Ghent. */
  public static PersonHistory of(
      long seed, Instant start, Duration length, Sampling sampling, NoiseProfile noise) {
    var person = Population.commuter(Town.of(TownSetting.GHENT, seed), seed);
    return new PersonHistory(person, start, length, sampling, noise);
  }

  /** The same life, with a phone that also senses motion. */
  public PersonHistory withMotion() {
    var sensing = new PhoneProfile(phone.sampling(), phone.noise(), true);
    return new PersonHistory(person, start, length, sensing);
  }

  public Instant end() {
    return start.plus(length);
  }

  /**
   * What the phone reported, lazily, in order; the last chunk may be smaller, some may be empty.
   */
  public Stream<Signals> batches(int fixesPerBatch) {
    var life = new Itinerary(person, start);
    return ordered(new Recording(person, life, start, end(), phone, fixesPerBatch));
  }

  /** What was true, lazily, in order. */
  public Stream<TrueSpan> spans() {
    long endMicros = Micros.of(end());
    var teller = new TruthTeller(person.town().plane());
    return ordered(new Itinerary(person, start))
        .takeWhile(episode -> episode.startMicros() < endMicros)
        .map(episode -> teller.tell(episode, endMicros));
  }

  /** All that was true. */
  public Truth truth() {
    return new Truth(spans().toList());
  }

  /** Where the person is at each instant, episode by episode, without end. */
  public Iterator<Episode> episodes() {
    return new Itinerary(person, start);
  }

  private static <T> Stream<T> ordered(Iterator<T> items) {
    var split =
        Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED | Spliterator.NONNULL);
    return StreamSupport.stream(split, false);
  }
}
