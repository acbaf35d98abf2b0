package io.sensorium.simulator.people;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.people.Outing.Departure;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.town.Place;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * A person's life from an instant on, episode by episode, without end and without holes. It starts
 * at home, and holds no more than two days' plans.
 */
public final class Itinerary implements Iterator<Episode> {

  private static final double LONGEST_WALK_METERS = 1_500;
  private static final double SHORTEST_TRIP_METERS = 200;
  private static final long SHORTEST_STAY_MICROS = 330 * Micros.PER_SECOND;

  private final Person person;
  private final DayPlanner planner;
  private final TravelChoice choice;
  private final Dice dice;
  private final long startMicros;
  private final Deque<Outing> outings = new ArrayDeque<>();
  private final Deque<Episode> ready = new ArrayDeque<>();
  private LocalDate nextDay;
  private long nowMicros;
  private Place place;
  private Purpose purpose = Purpose.HOME;
  private Travel tour = Travel.WALK;
  private int trips;

  public Itinerary(Person person, Instant start) {
    this.person = person;
    this.planner = new DayPlanner(person);
    this.choice = new TravelChoice(person);
    this.dice = new Dice(person.seed()).fork("itinerary");
    this.startMicros = Micros.of(start);
    this.nowMicros = startMicros;
    this.place = person.home();
    this.nextDay = start.atZone(person.town().setting().zone()).toLocalDate();
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Episode next() {
    while (ready.isEmpty()) {
      planAhead();
      depart(outings.removeFirst());
    }
    return ready.removeFirst();
  }

  private void planAhead() {
    while (outings.isEmpty()) {
      planner.plan(nextDay).stream().dropWhile(this::isPast).forEach(outings::add);
      nextDay = nextDay.plusDays(1);
    }
  }

  /** Whether an outing is left out because the first day's plan has it before the start. */
  private boolean isPast(Outing outing) {
    return switch (outing.departure()) {
      case Departure.At at -> micros(at) <= startMicros;
      case Departure.After _ -> true;
    };
  }

  private long micros(Departure.At at) {
    return Micros.of(at.time().atZone(person.town().setting().zone()).toInstant());
  }

  private void depart(Outing outing) {
    if (outing instanceof Outing.Errand errand && isHere(errand.to())) {
      return;
    }
    long departure = Math.max(wished(outing.departure()), nowMicros + SHORTEST_STAY_MICROS);
    ready.add(new Episode.Stay(nowMicros, departure, place, purpose));
    var journey = new Journey(person, trips, departure, isRushHour(departure), dice.fork(trips));
    trips++;
    switch (outing) {
      case Outing.Errand errand -> travel(journey, errand);
      case Outing.Stroll stroll -> journey.stroll(place, metersOf(stroll), stroll.running());
    }
    ready.addAll(journey.legs());
    nowMicros = journey.endMicros();
  }

  /** Whether a place is so near that going there is no trip. */
  private boolean isHere(Place to) {
    return to.position().distanceMetersTo(place.position()) < SHORTEST_TRIP_METERS;
  }

  private long wished(Departure departure) {
    return switch (departure) {
      case Departure.At at -> micros(at);
      case Departure.After after -> nowMicros + after.dwell().toMillis() * Micros.PER_MILLI;
    };
  }

  private double metersOf(Outing.Stroll stroll) {
    double speedMps = person.habits().walkingMps() * (stroll.running() ? 2 : 1);
    return stroll.length().toSeconds() * speedMps;
  }

  private boolean isRushHour(long timeMicros) {
    var time = Micros.toInstant(timeMicros).atZone(person.town().setting().zone());
    int hour = time.getHour();
    boolean weekend =
        time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && (hour == 7 || hour == 8 || hour == 16 || hour == 17);
  }

  private void travel(Journey journey, Outing.Errand errand) {
    var to = errand.to();
    double meters = place.position().distanceMetersTo(to.position());
    boolean walks = errand.onFoot() && meters < LONGEST_WALK_METERS;
    if (place.equals(person.home())) {
      tour = choice.fromHome(to, dice.fork("mode").fork(trips));
    }
    switch (walks ? Travel.WALK : choice.next(tour, place, to)) {
      case WALK -> journey.walk(place, to);
      case BICYCLE -> journey.cycle(place, to);
      case CAR -> journey.drive(place, to);
      case BUS -> rideBus(journey, to);
      case TRAIN -> rideTrain(journey, to);
    }
    place = to;
    purpose = errand.purpose();
  }

  private void rideBus(Journey journey, Place to) {
    var ride = BusRide.find(person.town(), place, to).orElseThrow();
    journey.ride(ride.line(), ride.fromStop(), ride.toStop(), place, to);
  }

  private void rideTrain(Journey journey, Place to) {
    var railway = person.town().railway();
    int on = railway.nearestStop(place.position());
    int off = railway.nearestStop(to.position());
    journey.ride(railway, on, off, place, to);
  }
}
