package io.sensorium.benchmarks.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.timeline.TransportMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenTimelineTest {

  private final SeenTimeline timeline =
      new SeenTimeline(
          List.of(
              leg(300, 400, TransportMode.WALKING),
              stay(400, 900),
              stay(0, 100),
              leg(100, 300, TransportMode.CAR),
              leg(950, 1_000, TransportMode.BUS)));

  @Test
  void legsThatFollowEachOtherAreOneTrip() {
    assertThat(timeline.trips()).containsExactly(new Interval(100, 400), new Interval(950, 1_000));
  }

  @Test
  void staysComeOldestFirst() {
    assertThat(timeline.stays()).containsExactly(new Interval(0, 100), new Interval(400, 900));
  }

  @Test
  void theModeIsThatOfTheLegWhichHoldsTheInstant() {
    assertThat(timeline.findMode(100)).contains(TransportMode.CAR);
    assertThat(timeline.findMode(299)).contains(TransportMode.CAR);
    assertThat(timeline.findMode(300)).contains(TransportMode.WALKING);
  }

  @Test
  void thereIsNoModeInStaysHolesAndOutside() {
    assertThat(timeline.findMode(50)).isEmpty();
    assertThat(timeline.findMode(920)).isEmpty();
    assertThat(timeline.findMode(1_000)).isEmpty();
    assertThat(timeline.findMode(-1)).isEmpty();
  }

  private static SeenEvent stay(long start, long end) {
    return new SeenEvent.Stay(new Interval(start, end));
  }

  private static SeenEvent leg(long start, long end, TransportMode mode) {
    return new SeenEvent.Leg(new Interval(start, end), mode);
  }
}
