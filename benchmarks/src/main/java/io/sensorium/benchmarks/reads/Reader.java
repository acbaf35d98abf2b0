package io.sensorium.benchmarks.reads;

import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.population.Population;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person who reads what the server made of their signals.
 *
 * @param days those with events
 * @param events the ids of all events
 * @param trips the ids of those that are transports
 */
record Reader(
    String userId, String token, List<LocalDate> days, List<String> events, List<String> trips) {

  private static final Duration ONE_ASKING = Duration.ofDays(60); // the API answers for a year
  private static final JsonMapper JSON = new JsonMapper();

  Reader {
    days = List.copyOf(days);
    events = List.copyOf(events);
    trips = List.copyOf(trips);
  }

  static List<Reader> listOf(List<Population.Person> people)
      throws IOException, InterruptedException {
    var readers = new ArrayList<Reader>();
    for (var person : people) {
      readers.add(of(person));
    }
    return readers;
  }

  private static Reader of(Population.Person person) throws IOException, InterruptedException {
    var phone = person.phone();
    var to = person.to();
    var days = new ArrayList<LocalDate>();
    var events = new ArrayList<String>();
    var trips = new ArrayList<String>();
    for (var begin = person.from(); begin.isBefore(to); begin = begin.plus(ONE_ASKING)) {
      for (var event : JSON.readTree(phone.events(begin, begin.plus(ONE_ASKING)))) {
        var id = event.required("event_id").asString();
        events.add(id);
        if (event.required("type").asString().equals("Transport")) {
          trips.add(id);
        }
        days.add(OffsetDateTime.parse(event.required("start").asString()).toLocalDate());
      }
    }
    if (trips.isEmpty()) {
      throw new BenchException("a person without any trip");
    }
    return new Reader(
        phone.userId(), phone.token(), days.stream().distinct().toList(), events, trips);
  }

  LocalDate day(RandomGenerator random) {
    return one(days, random);
  }

  String event(RandomGenerator random) {
    return one(events, random);
  }

  String trip(RandomGenerator random) {
    return one(trips, random);
  }

  private static <T> T one(List<T> items, RandomGenerator random) {
    return items.get(random.nextInt(items.size()));
  }
}
