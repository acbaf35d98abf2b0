package io.sensorium.benchmarks.corruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.time.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorruptionTest {

  private static final LatLon HOME = new LatLon(51.0543, 3.7174);
  private static final int FIXES = 40_000; // nearly a week
  private static final FixTrack WEEK = atHome();

  @Test
  void withoutFaultsNothingIsSpoilt() {
    var spoilt = spoil(Set.of());

    assertThat(spoilt.arrival()).isEqualTo(WEEK);
    assertThat(spoilt.good()).isEqualTo(WEEK);
    assertThat(spoilt.spikes()).isEmpty();
  }

  @Test
  void theSameSeedSpoilsInTheSameWay() {
    var faults = EnumSet.allOf(Fault.class);

    assertThat(spoil(faults).arrival()).isEqualTo(spoil(faults).arrival());
    assertThat(new Corruption(faults, 8).spoil(WEEK).arrival())
        .isNotEqualTo(spoil(faults).arrival());
  }

  @Test
  void aHundredthOfTheFixesIsMovedFiftyMetersToFiveKilometers() {
    var spoilt = spoil(EnumSet.of(Fault.SPIKES));

    assertThat(spoilt.spikes()).hasSizeBetween(FIXES / 120, FIXES / 80);
    assertThat(spoilt.good().size()).isEqualTo(FIXES - spoilt.spikes().size());
    assertThat(spoilt.spikes())
        .allSatisfy(
            spike -> {
              assertThat(spike.meters()).isBetween(50.0, 5_000.0);
              assertThat(spike.fix().position(0).distanceMetersTo(HOME))
                  .isCloseTo(spike.meters(), within(1.0));
            });
  }

  @Test
  void aSpikeThatItsAccuracyAllowsForDoesNotCount() {
    assertThat(spike(20, 61).counts()).isTrue();
    assertThat(spike(20, 59).counts()).isFalse();
    assertThat(spike(5, 49).counts()).isFalse();
  }

  @Test
  void theArchiveUndoesDuplicatesAndShuffles() {
    var spoilt = spoil(EnumSet.of(Fault.DUPLICATES, Fault.SHUFFLES));

    assertThat(spoilt.arrival().size()).isBetween(FIXES + FIXES / 60, FIXES + FIXES / 40);
    assertThat(InProcess.archive(spoilt.arrival())).isEqualTo(WEEK);
  }

  @Test
  void anHourHasOneGapOfAtMostTenMinutes() {
    var left = spoil(EnumSet.of(Fault.GAPS)).arrival();
    long longest = 0;
    for (int row = 1; row < left.size(); row++) {
      longest = Math.max(longest, left.timeMicros(row) - left.timeMicros(row - 1));
    }

    assertThat(left.size()).isBetween(FIXES * 92 / 100, FIXES * 98 / 100);
    assertThat(longest).isBetween(5 * Micros.PER_MINUTE, 21 * Micros.PER_MINUTE);
  }

  @Test
  void aClockJumpIsAnHourAndLeavesTheUptime() {
    var spoilt = spoil(EnumSet.of(Fault.CLOCK_JUMPS));
    var arrival = spoilt.arrival();
    List<Long> errors = new ArrayList<>();
    for (int row = 0; row < FIXES; row++) {
      assertThat(arrival.uptimeMillis(row)).isEqualTo(WEEK.uptimeMillis(row));
      errors.add(arrival.timeMicros(row) - WEEK.timeMicros(row));
    }

    assertThat(errors).containsOnly(0L, Micros.PER_HOUR, -Micros.PER_HOUR);
    assertThat(errors.stream().filter(error -> error == 0).count())
        .isEqualTo(spoilt.good().size())
        .isBetween(FIXES * 95L / 100, FIXES * 99L / 100);
  }

  @Test
  void aPhoneWithoutUptimeTellsNone() {
    var arrival = spoil(EnumSet.of(Fault.NO_UPTIME)).arrival();

    assertThat(arrival.uptimeMillis(FIXES / 2)).isEqualTo(FixTrack.ABSENT_LONG);
  }

  private static SpoiltTrack spoil(Set<Fault> faults) {
    return new Corruption(faults, 7).spoil(WEEK);
  }

  private static Spike spike(double accuracyMeters, double meters) {
    return new Spike(FixTrack.of(List.of(GpsFix.at(Instant.EPOCH, HOME, accuracyMeters))), meters);
  }

  private static FixTrack atHome() {
    var start = Instant.parse("2026-03-02T00:00:00Z");
    var fixes = new FixTrack.Builder(FIXES);
    for (int i = 0; i < FIXES; i++) {
      fixes.add(
          new GpsFix(
              start.plusSeconds(15L * i),
              HOME,
              8.0,
              null,
              null,
              null,
              15_000L * i,
              LocationProvider.GPS));
    }
    return fixes.build();
  }
}
