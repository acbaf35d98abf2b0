package io.sensorium.simulator.people;

import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.movement.Gait;
import io.sensorium.simulator.movement.Jam;
import io.sensorium.simulator.movement.Mover;
import io.sensorium.simulator.movement.Slowdown;
import io.sensorium.simulator.movement.Trace;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.town.Access;
import io.sensorium.simulator.town.Place;
import io.sensorium.simulator.town.Point;
import io.sensorium.simulator.town.Roadway;
import io.sensorium.simulator.town.Route;
import io.sensorium.simulator.town.StreetSpot;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TransitLine;
import java.util.ArrayList;
import java.util.List;

/** Makes the legs of one trip, one after the other. */
final class Journey {

  private static final double LONGEST_WAIT_SECONDS = 230; // a longer one would be a stay

  private final Person person;
  private final Town town;
  private final Dice dice;
  private final int trip;
  private final boolean rushHour;
  private final List<Episode.Leg> legs = new ArrayList<>();
  private long nowMicros;

  Journey(Person person, int trip, long startMicros, boolean rushHour, Dice dice) {
    this.person = person;
    this.town = person.town();
    this.trip = trip;
    this.nowMicros = startMicros;
    this.rushHour = rushHour;
    this.dice = dice;
  }

  List<Episode.Leg> legs() {
    return legs;
  }

  long endMicros() {
    return nowMicros;
  }

  void walk(Place from, Place to) {
    foot(Gait.walking(person.habits().walkingMps()), doorToDoor(from, to, Access.FOOT));
  }

  void cycle(Place from, Place to) {
    var route = doorToDoor(from, to, Access.BICYCLE);
    move(Gait.cycling(dice.uniform(4.2, 5.6)), route, List.of());
  }

  void drive(Place from, Place to) {
    var departure = parkingNear(from);
    var arrival = parkingNear(to);
    walk(exit(from, departure));
    stand(dice.uniform(10, 50), town.streets().positionOf(departure));
    var route = town.router().route(departure, arrival, Access.CAR);
    boolean jam = dice.chance(rushHour ? 0.25 : 0.05);
    var slow = jam ? Jam.draw(route.lengthMeters(), dice) : List.<Slowdown>of();
    move(Gait.driving(person.habits().limitRatio()), route, slow);
    stand(dice.uniform(5, 30), town.streets().positionOf(arrival));
    walk(exit(to, arrival).reversed());
  }

  void ride(TransitLine line, int fromStop, int toStop, Place from, Place to) {
    var on = line.stops().get(fromStop);
    var off = line.stops().get(toStop);
    walk(exit(from, on.spot()).then(shortCut(on.spot(), on.position())));
    stand(dice.uniform(20, LONGEST_WAIT_SECONDS), on.position());
    boolean train = line.mode() == TransportMode.TRAIN;
    var halts = new ArrayList<Slowdown>();
    for (double stop : line.stopsBetween(fromStop, toStop)) {
      if (train || dice.chance(0.75)) {
        halts.add(Slowdown.halt(stop, train ? dice.uniform(40, 90) : dice.uniform(10, 35)));
      }
    }
    var way = line.ride(fromStop, toStop);
    if (train && dice.chance(0.15)) {
      double signal = way.lengthMeters() * dice.uniform(0.2, 0.8);
      halts.add(Slowdown.halt(signal, dice.uniform(40, 200)));
    }
    move(train ? Gait.train() : Gait.bus(), way, halts);
    walk(shortCut(off.spot(), off.position()).reversed().then(exit(to, off.spot()).reversed()));
  }

  /** Round about by way of two crossings, and back. */
  void stroll(Place home, double meters, boolean running) {
    double radius =
        meters / 3.6; // sides of a triangle on a grid come out longer than the crow flies
    double angle = dice.uniform(0, 2 * Math.PI);
    var first = spotAt(home.position(), angle, radius);
    var second = spotAt(home.position(), angle + 1, radius);
    var router = town.router();
    var route =
        exit(home, first)
            .then(router.route(first, second, Access.FOOT))
            .then(exit(home, second).reversed());
    var habits = person.habits();
    foot(
        running ? Gait.running(2 * habits.walkingMps()) : Gait.walking(habits.walkingMps()), route);
  }

  private StreetSpot spotAt(Point from, double angle, double meters) {
    return town.streets()
        .nearestSpot(from.plus(meters * StrictMath.sin(angle), meters * StrictMath.cos(angle)));
  }

  private void walk(Route route) {
    foot(Gait.walking(person.habits().walkingMps()), route);
  }

  private void foot(Gait gait, Route route) {
    move(gait, route, List.of());
  }

  private void move(Gait gait, Route route, List<Slowdown> slowdowns) {
    var trace = new Mover(gait, dice).go(route, nowMicros, slowdowns);
    nowMicros = trace.endMicros();
    legs.add(new Episode.Leg(trip, gait.mode(), trace));
  }

  private void stand(double seconds, Point at) {
    var trace = Trace.standing(at, nowMicros, seconds);
    nowMicros = trace.endMicros();
    legs.add(new Episode.Leg(trip, TransportMode.IDLE, trace));
  }

  private Route doorToDoor(Place from, Place to, Access access) {
    var builder = new Route.Builder();
    builder.add(from.position(), Roadway.YARD, false);
    var door = new Route.Builder().add(to.position(), Roadway.YARD, false).build();
    return builder.build().then(town.router().route(from.spot(), to.spot(), access)).then(door);
  }

  /** The way on foot from inside a place to a spot on a street. */
  private Route exit(Place from, StreetSpot to) {
    var inside = new Route.Builder().add(from.position(), Roadway.YARD, false).build();
    return inside.then(town.router().route(from.spot(), to, Access.FOOT));
  }

  private Route shortCut(StreetSpot from, Point to) {
    return new Route.Builder()
        .add(town.streets().positionOf(from), Roadway.YARD, false)
        .add(to, Roadway.YARD, false)
        .build();
  }

  /** A parking spot up to about 100 m from the door, on the same street. */
  private StreetSpot parkingNear(Place place) {
    double shift = dice.uniform(-0.6, 0.6);
    return new StreetSpot(
        place.spot().street(), Math.clamp(place.spot().fraction() + shift, 0.02, 0.98));
  }
}
