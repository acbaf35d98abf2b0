package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.metrics.ModeSteps;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.benchmarks.timeline.SeenTimeline;
import io.sensorium.core.timeline.TransportMode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a timeline says at each five seconds of rides by bicycle and by electric scooter. */
record BikeSteps(Told bicycles, Told scooters) {

  /** How many steps were said to be by bicycle, and how many by scooter; others do not count. */
  record Told(int bicycle, int scooter) {

    Told plus(Told other) {
      return new Told(bicycle + other.bicycle, scooter + other.scooter);
    }

    private List<String> row(String name) {
      int all = bicycle + scooter;
      return List.of(
          name,
          Figures.decimals((double) bicycle / all, 3),
          Figures.decimals((double) scooter / all, 3),
          Figures.count(all));
    }
  }

  private static final Told NOTHING = new Told(0, 0);

  static final BikeSteps NONE = new BikeSteps(NOTHING, NOTHING);

  static BikeSteps of(Collection<GroundTruth.Leg> legs, SeenTimeline seen) {
    var sum = NONE;
    for (var leg : legs) {
      switch (leg.mode()) {
        case BIKING -> sum = sum.plus(new BikeSteps(told(leg, seen), NOTHING));
        case ESCOOTER -> sum = sum.plus(new BikeSteps(NOTHING, told(leg, seen)));
        default -> {}
      }
    }
    return sum;
  }

  private static Told told(GroundTruth.Leg leg, SeenTimeline seen) {
    var modes =
        ModeSteps.times(leg.when()).mapToObj(seen::findMode).flatMap(Optional::stream).toList();
    return new Told(
        Collections.frequency(modes, TransportMode.BIKING),
        Collections.frequency(modes, TransportMode.ESCOOTER));
  }

  BikeSteps plus(BikeSteps other) {
    return new BikeSteps(bicycles.plus(other.bicycles), scooters.plus(other.scooters));
  }

  static Table table(String title, List<RunResult> results) {
    var sum = results.stream().map(RunResult::bikes).reduce(NONE, BikeSteps::plus);
    return new Table(
        title,
        List.of("true", "bicycle", "electric scooter", "steps"),
        List.of(sum.bicycles.row("bicycle"), sum.scooters.row("electric scooter")));
  }
}
