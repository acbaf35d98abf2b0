package io.sensorium.simulator.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.town.Point;
import io.sensorium.simulator.town.RoadClass;
import io.sensorium.simulator.town.Roadway;
import io.sensorium.simulator.town.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoverTest {

  private static final Roadway STREET = new Roadway(1, RoadClass.TERTIARY, 50);

  private static final Route ONE_KILOMETRE = straight(1_000);

  @Test
  void aCarStandsFirstKeepsToTheLimitAndStandsAtTheEnd() {
    var trace = drive(ONE_KILOMETRE, List.of());

    assertThat(trace.at(0).speedMps()).isLessThan(1);
    assertThat(fastestMps(trace)).isBetween(11.0, 18.0);
    assertThat(trace.lengthMeters()).isCloseTo(1_000, within(0.01));
    assertThat(trace.at(trace.endMicros() + 1).speedMps()).isZero();
  }

  @Test
  void speedChangesNoFasterThanTheCarCan() {
    var trace = drive(ONE_KILOMETRE, List.of(Slowdown.halt(500, 20)));

    for (long time = 0; time < trace.endMicros() - Micros.PER_SECOND; time += 500_000) {
      double change = trace.at(time + Micros.PER_SECOND).speedMps() - trace.at(time).speedMps();

      assertThat(change).isBetween(-3.5, 1.8);
    }
  }

  @Test
  void aHaltLastsAsLongAsItShould() {
    var trace = drive(ONE_KILOMETRE, List.of(Slowdown.halt(500, 20)));

    int standing = 0;
    for (long time = 0; time < trace.endMicros(); time += 500_000) {
      standing += trace.at(time).speedMps() == 0 ? 1 : 0;
    }

    assertThat(standing * 0.5).isCloseTo(20, within(1.0));
  }

  @Test
  void aCornerIsTakenSlowly() {
    var corner =
        new Route.Builder()
            .add(new Point(0, 0), STREET, false)
            .add(new Point(0, 300), STREET, false)
            .add(new Point(300, 300), STREET, false)
            .build();

    var trace = drive(corner, List.of());

    assertThat(speedAtMeter(trace, 300)).isLessThan(8);
    assertThat(speedAtMeter(trace, 150)).isGreaterThan(11);
  }

  @Test
  void aJamCostsMinutesAndStaysBelowFiveOfThemInOnePlace() {
    var way = straight(5_000);
    var free = drive(way, List.of());
    var jammed = drive(way, Jam.draw(5_000, new Dice(4)));

    double minutes = (jammed.endMicros() - free.endMicros()) / (double) Micros.PER_MINUTE;

    assertThat(minutes).isBetween(1.0, 12.0);
    assertThat(Jam.draw(5_000, new Dice(4)))
        .allSatisfy(slowdown -> assertThat(slowdown.haltSeconds()).isLessThan(300));
  }

  private static double speedAtMeter(Trace trace, double meter) {
    long time = 0;
    while (trace.alongMetersAt(time) < meter) {
      time += 100_000;
    }
    return trace.at(time).speedMps();
  }

  private static double fastestMps(Trace trace) {
    double fastest = 0;
    for (long time = 0; time < trace.endMicros(); time += 500_000) {
      fastest = Math.max(fastest, trace.at(time).speedMps());
    }
    return fastest;
  }

  private static Trace drive(Route route, List<Slowdown> slowdowns) {
    return new Mover(Gait.driving(1), new Dice(1)).go(route, 0, slowdowns);
  }

  private static Route straight(double meters) {
    return new Route.Builder()
        .add(new Point(0, 0), STREET, false)
        .add(new Point(0, meters), STREET, false)
        .build();
  }
}
