package io.sensorium.simulator.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.truth.TrueSpan;
import io.sensorium.simulator.truth.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {

  private static final Instant MONDAY = Instant.parse("2026-03-01T23:00:00Z");

  @Test
  void everySecondFiveSecondsAndMinuteGiveAsManyFixesAsTheHourHasRoomFor() {
    assertThat(fixCount(Sampling.everySecond(), Duration.ofHours(1))).isEqualTo(3_600);
    assertThat(fixCount(Sampling.every(Duration.ofSeconds(5)), Duration.ofHours(1))).isEqualTo(720);
    assertThat(fixCount(Sampling.every(Duration.ofMinutes(1)), Duration.ofHours(1))).isEqualTo(60);
    assertThat(fixCount(Sampling.heartbeat(), Duration.ofDays(1))).isEqualTo(96);
  }

  @Test
  void anAdaptivePhoneMeasuresSeldomAtRestAndOftenOnTheWay() {
    var history = history(Sampling.adaptive(), Duration.ofDays(5), NoiseProfile.WHOLE);
    var truth = history.truth();
    int onTheWay = 0;
    int total = 0;

    for (var batch : history.batches(500).toList()) {
      for (int row = 0; row < batch.fixes().size(); row++) {
        var span = truth.findSpan(batch.fixes().timeMicros(row)).orElseThrow();
        onTheWay += span instanceof TrueSpan.Leg ? 1 : 0;
        total++;
      }
    }

    double secondsOnTheWay = truth.legs().stream().mapToDouble(TrueSpan::seconds).sum();
    assertThat(onTheWay).isBetween((int) (0.6 * secondsOnTheWay / 5), (int) (secondsOnTheWay / 5));
    assertThat(total - onTheWay).isLessThan(5 * 96 + truth.stays().size() * 50);
  }

  @Test
  void timesRiseAndStayWithinTheHistory() {
    var history = history(Sampling.everySecond(), Duration.ofHours(12), NoiseProfile.ROUGH);
    long last = Micros.of(MONDAY);

    for (var batch : history.batches(100).toList()) {
      for (int row = 0; row < batch.fixes().size(); row++) {
        assertThat(batch.fixes().timeMicros(row)).isBetween(last, Micros.of(history.end()) - 1);
        last = batch.fixes().timeMicros(row);
      }
    }
  }

  @Test
  void theStartOfACenturyIsDrawnWithoutItsRest() {
    var century = history(Sampling.everySecond(), Duration.ofDays(36_500), NoiseProfile.ORDINARY);

    assertThat(century.batches(1_000).limit(3)).hasSize(3);
    assertThat(century.spans().limit(3)).hasSize(3);
  }

  @Test
  void aPhoneThatIsOffByNightIsSilentThenAndCountsItsUptimeAnew() {
    var noise = new NoiseProfile(4, 12, 10, 0, 1, 0, 0, 0, 0, 1, 0);
    var history = history(Sampling.every(Duration.ofMinutes(1)), Duration.ofDays(3), noise);

    var fixes = history.batches(10_000).map(Signals::fixes).reduce(FixTrack::union).orElseThrow();

    int restarts = 0;
    for (int row = 1; row < fixes.size(); row++) {
      if (fixes.uptimeMillis(row) < fixes.uptimeMillis(row - 1)) {
        restarts++;
        long silence = fixes.timeMicros(row) - fixes.timeMicros(row - 1);
        assertThat(silence).isBetween(6 * Micros.PER_HOUR, 9 * Micros.PER_HOUR);
      }
    }
    assertThat(restarts).isBetween(2, 3);
  }

  @Test
  void stepsAreCountedOnFootAndTheRecogniserIsMostlyRight() {
    var week = history(Sampling.heartbeat(), Duration.ofDays(7), NoiseProfile.WHOLE);
    var truth = week.truth();
    var signals = week.batches(100).toList();

    int stepsOnFoot = 0;
    int steps = 0;
    for (var step : signals.stream().flatMap(s -> s.steps().stream()).toList()) {
      boolean moving = truth.findMode(Micros.of(step.end()) - 1).isPresent();
      stepsOnFoot += moving ? step.count() : 0;
      steps += step.count();
    }
    var resting =
        signals.stream()
            .flatMap(s -> s.activity().stream())
            .filter(sample -> truth.findMode(Micros.of(sample.time())).isEmpty())
            .map(sample -> sample.type().name())
            .toList();

    assertThat(stepsOnFoot).isGreaterThan(steps / 2);
    assertThat(resting.stream().filter("STILL"::equals).count())
        .isBetween((long) (0.85 * resting.size()), resting.size() - 1L);
  }

  private static long fixCount(Sampling sampling, Duration length) {
    return history(sampling, length, NoiseProfile.WHOLE)
        .batches(97)
        .mapToLong(batch -> batch.fixes().size())
        .sum();
  }

  private static PersonHistory history(Sampling sampling, Duration length, NoiseProfile noise) {
    return PersonHistory.of(2, MONDAY, length, sampling, noise);
  }

  @Test
  void motionIsSensedAllTheWayAndSeldomAtRestAndFeelsGravity() {
    var days = history(Sampling.heartbeat(), Duration.ofDays(2), NoiseProfile.WHOLE).withMotion();
    var truth = days.truth();

    var chunks = days.batches(50).flatMap(batch -> batch.motion().stream()).toList();

    long moving = chunks.stream().filter(chunk -> isOnTheWay(truth, chunk)).count();
    double movingSeconds =
        truth.legs().stream().mapToLong(leg -> leg.endMicros() - leg.startMicros()).sum() / 1e6;
    assertThat(moving * 10.0).isBetween(0.9 * movingSeconds, movingSeconds);
    assertThat(chunks.size() - moving).isBetween(400L, 1_200L);
    for (var chunk : chunks) {
      assertThat(meanMagnitudeMps2(chunk)).isBetween(9.5, 13.0);
    }
    assertThat(days.batches(50).map(Signals::motion).filter(m -> !m.isEmpty()).toList())
        .isEqualTo(days.batches(50).map(Signals::motion).filter(m -> !m.isEmpty()).toList());
  }

  private static boolean isOnTheWay(Truth truth, MotionChunk chunk) {
    return truth.findMode(Micros.of(chunk.start())).isPresent();
  }

  private static double meanMagnitudeMps2(MotionChunk chunk) {
    double sum = 0;
    for (int i = 0; i < chunk.sampleCount(); i++) {
      double squares = 0;
      for (int axis : List.of(0, 1, 2)) {
        double value = chunk.accelerationMps2(i, axis);
        squares += value * value;
      }
      sum += Math.sqrt(squares);
    }
    return sum / chunk.sampleCount();
  }
}
