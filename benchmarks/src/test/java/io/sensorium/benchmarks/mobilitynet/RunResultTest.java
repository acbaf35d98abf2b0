package io.sensorium.benchmarks.mobilitynet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.benchmarks.datasets.CsvTable;
import io.sensorium.benchmarks.metrics.Counts;
import io.sensorium.benchmarks.metrics.ModeSteps;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.benchmarks.timeline.SeenEvent;
import io.sensorium.benchmarks.timeline.SeenTimeline;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One morning: a walk from 1000 s to 1300 s, a wait, a bus from 1400 s to 2000 s. */
class RunResultTest {

  private static final int MANY_FIXES = 500;

  private final GroundTruth truth =
      GroundTruth.of(
          CsvTable.parse(
              List.of(
                  "spec,mode,start,end",
                  "bus_ride,WALKING,1000,1300",
                  "bus_ride,STOPPED,1300,1400",
                  "bus_ride,BUS,1400,2000",
                  "bus_ride,,2000,2100",
                  "another,CAR,1400,2000")),
          CsvTable.parse(
              List.of("spec,start,end", "bus_ride,1000.5,2000", "bus_ride,90000,91000")));

  private final SeenTimeline seen =
      new SeenTimeline(
          List.of(
              stay(0, 1_060),
              leg(1_060, 1_400, TransportMode.WALKING),
              leg(1_400, 1_940, TransportMode.BUS),
              stay(1_940, 3_000)));

  @Test
  void waitsAndLegsWithoutLabelAndThoseOfOthersAreNotCounted() {
    var result = RunResult.of(run("bus_ride"), MANY_FIXES, seen, truth);

    assertThat(result.modes().steps()).isEqualTo((300 + 600) / 5);
    assertThat(result.modes().agreement()).isEqualTo((240 + 540) / 900.0);
  }

  @Test
  void aTripIsFoundWithinTwoMinutesAtBothEnds() {
    var result = RunResult.of(run("bus_ride"), MANY_FIXES, seen, truth);

    assertThat(result.within2Minutes()).isEqualTo(new Counts(1, 1, 1));
    assertThat(result.within5Minutes()).isEqualTo(new Counts(1, 1, 1));
  }

  @Test
  void twentyFixesAreTooFewToCount() {
    var result = RunResult.of(run("bus_ride"), 20, seen, truth);

    assertThat(result.modes()).isEqualTo(ModeSteps.NONE);
    assertThat(result.within2Minutes()).isEqualTo(Counts.NONE);
  }

  @Test
  void eachTripOfAPhoneThatLayStillIsFalse() {
    var night = run("sfba_hf_calibration_stationary_only");

    assertThat(RunResult.of(night, 5, seen, truth).falseTrips()).isEqualTo(1);
    assertThat(RunResult.of(run("bus_ride"), 5, seen, truth).falseTrips()).isZero();
  }

  @Test
  void aRunTellsItsPhoneAndItsDayByItsName() {
    var run = run("bus_ride");

    assertThat(run.phone()).isEqualTo("ios-3");
    assertThat(run.setting()).isEqualTo("duty cycled");
    assertThat(run.day()).hasToString("1969-12-31");
    assertThat(run.file("motion_activity"))
        .isEqualTo(Path.of("runs/ucb-sdb-ios-3__bus_ride__0_3000__motion_activity.csv.gz"));
  }

  private static PhoneRun run(String spec) {
    return PhoneRun.of(Path.of("runs/ucb-sdb-ios-3__" + spec + "__0_3000__location.csv.gz"));
  }

  private static SeenEvent stay(long start, long end) {
    return new SeenEvent.Stay(seconds(start, end));
  }

  private static SeenEvent leg(long start, long end, TransportMode mode) {
    return new SeenEvent.Leg(seconds(start, end), mode);
  }

  private static Interval seconds(long start, long end) {
    return new Interval(start * Micros.PER_SECOND, end * Micros.PER_SECOND);
  }
}
