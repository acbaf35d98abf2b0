package io.sensorium.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.people.Occupation;
import io.sensorium.simulator.people.Population;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.Sampling;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TownSetting;
import io.sensorium.simulator.truth.TrueSpan;
import io.sensorium.simulator.truth.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonHistoryTest {

  private static final Instant MONDAY = Instant.parse("2026-03-01T23:00:00Z");
  private static final Sampling EACH_15_S = Sampling.every(Duration.ofSeconds(15));

  @Test
  void aMonthEveryFifteenSecondsHas172800Fixes() {
    var month = history(1, Duration.ofDays(30), NoiseProfile.WHOLE);

    long fixes = month.batches(1_000).mapToLong(batch -> batch.fixes().size()).sum();

    assertThat(fixes).isEqualTo(172_800);
  }

  @Test
  void theSameSeedGivesTheSameSignalsAndTruthAndAnotherSeedOthers() {
    var one = history(7, Duration.ofDays(3), NoiseProfile.ORDINARY);
    var again = history(7, Duration.ofDays(3), NoiseProfile.ORDINARY);
    var other = history(8, Duration.ofDays(3), NoiseProfile.ORDINARY);

    assertThat(signals(again)).isEqualTo(signals(one));
    assertThat(again.truth()).isEqualTo(one.truth());
    assertThat(signals(other)).isNotEqualTo(signals(one));
    assertThat(other.truth()).isNotEqualTo(one.truth());
  }

  @Test
  void theSizeOfBatchesDoesNotChangeTheFixes() {
    var day = history(5, Duration.ofDays(1), NoiseProfile.ROUGH);

    var small = signals(day, 7).stream().flatMap(s -> fixes(s).stream()).toList();
    var large = signals(day, 5_000).stream().flatMap(s -> fixes(s).stream()).toList();

    assertThat(small).isEqualTo(large);
  }

  @Test
  void truthCoversTheTimeWithoutHoleOrOverlap() {
    for (var person : Population.of(Town.of(TownSetting.GHENT, 3), 6, 3)) {
      var month =
          new PersonHistory(person, MONDAY, Duration.ofDays(30), EACH_15_S, NoiseProfile.WHOLE);

      var truth = month.truth();

      assertThat(truth.spans().getFirst().startMicros()).isEqualTo(Micros.of(MONDAY));
      assertThat(truth.spans().getLast().endMicros()).isEqualTo(Micros.of(month.end()));
      assertContiguous(truth);
      assertStaysAreLongAndApart(truth);
    }
  }

  private static void assertContiguous(Truth truth) {
    for (int i = 1; i < truth.spans().size(); i++) {
      var span = truth.spans().get(i);
      assertThat(span.startMicros()).isEqualTo(truth.spans().get(i - 1).endMicros());
      assertThat(span.endMicros()).isGreaterThan(span.startMicros());
    }
  }

  private static void assertStaysAreLongAndApart(Truth truth) {
    var spans = truth.spans();
    for (int i = 0; i < spans.size() - 1; i++) {
      if (spans.get(i) instanceof TrueSpan.Stay stay) {
        assertThat(stay.seconds()).isGreaterThanOrEqualTo(300);
        assertThat(spans.get(i + 1)).isInstanceOf(TrueSpan.Leg.class);
      }
    }
  }

  @Test
  void legsJoinTheStaysBetweenWhichTheyLie() {
    var truth = history(11, Duration.ofDays(30), NoiseProfile.CLEAN).truth();

    for (var leg : truth.legs()) {
      var before = truth.findSpan(leg.startMicros() - 1);
      if (before.isPresent() && before.get() instanceof TrueSpan.Stay stay) {
        var first = leg.path().getFirst().position();
        assertThat(first.distanceMetersTo(stay.position())).isLessThan(1);
      }
    }
  }

  @Test
  void eachModeMovesAtASpeedOfItsOwn() {
    var mps = new EnumMap<TransportMode, List<Double>>(TransportMode.class);
    for (var person : Population.of(Town.of(TownSetting.LONDON, 1), 15, 5)) {
      new PersonHistory(person, MONDAY, Duration.ofDays(14), EACH_15_S, NoiseProfile.WHOLE)
          .truth().legs().stream()
              .filter(leg -> leg.lengthMeters() > 500)
              .forEach(
                  leg ->
                      mps.computeIfAbsent(leg.mode(), mode -> new ArrayList<>())
                          .add(leg.lengthMeters() / leg.seconds()));
    }

    assertThat(mean(mps, TransportMode.WALKING)).isBetween(0.9, 1.6);
    assertThat(mean(mps, TransportMode.RUNNING)).isBetween(1.8, 3.4);
    assertThat(mean(mps, TransportMode.BIKING)).isBetween(3.0, 5.5);
    assertThat(mean(mps, TransportMode.BUS)).isBetween(4.0, 9.0);
    assertThat(mean(mps, TransportMode.CAR)).isBetween(5.0, 25.0);
    assertThat(mean(mps, TransportMode.TRAIN)).isBetween(14.0, 30.0);
  }

  private static double mean(EnumMap<TransportMode, List<Double>> mps, TransportMode mode) {
    return mps.getOrDefault(mode, List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  @Test
  void fixesLieAboutTheTruthAsTheNoiseProfileSays() {
    var week = history(21, Duration.ofDays(7), NoiseProfile.WHOLE);
    var errors = errors(week);

    double indoorRms = rms(errors.stream().filter(e -> e.indoors).map(e -> e.meters).toList());
    double outdoorRms = rms(errors.stream().filter(e -> !e.indoors).map(e -> e.meters).toList());

    assertThat(indoorRms).isCloseTo(12 * Math.sqrt(2), within(4.0));
    assertThat(outdoorRms).isBetween(4.0, 12.0);
  }

  @Test
  void theErrorOfAFixIsLikeThatOfTheFixBefore() {
    var week = history(22, Duration.ofDays(7), NoiseProfile.WHOLE);
    var errors = errors(week);

    var indoors = errors.stream().filter(e -> e.indoors).map(e -> e.north).toList();
    var outdoors = errors.stream().filter(e -> !e.indoors).map(e -> e.north).toList();

    assertThat(lagOneAutocorrelation(indoors)).isBetween(0.7, 0.99);
    assertThat(lagOneAutocorrelation(outdoors)).isBetween(0.3, 0.9);
  }

  @Test
  void daysOfTwentyThreeAndTwentyFiveHoursArePlannedByTheClockOnTheWall() {
    var town = Town.of(TownSetting.GHENT, 2);
    var worker =
        Population.of(town, 40, 2).stream()
            .filter(person -> person.occupation() == Occupation.NIGHT_WORKER)
            .findFirst()
            .orElseThrow();
    var spring = Instant.parse("2026-03-23T23:00:00Z");

    var days =
        new PersonHistory(worker, spring, Duration.ofDays(14), EACH_15_S, NoiseProfile.WHOLE);

    var hoursOfLeaving =
        days.truth().stays().stream()
            .filter(stay -> stay.purpose().equals("work"))
            .filter(stay -> stay.endMicros() < Micros.of(days.end()))
            .map(stay -> Micros.toInstant(stay.endMicros()).atZone(town.setting().zone()).getHour())
            .distinct();
    assertThat(hoursOfLeaving).containsExactly(6);
  }

  @Test
  void anOrdinaryPhoneHasGapsAndDuplicates() {
    var month = history(4, Duration.ofDays(30), NoiseProfile.ORDINARY);

    var fixes = signals(month).stream().flatMap(batch -> fixes(batch).stream()).toList();

    assertThat(fixes.size()).isBetween(140_000, 172_000);
    assertThat(fixes.stream().distinct().count()).isLessThan(fixes.size());
  }

  private record Miss(boolean indoors, double meters, double north) {}

  private static List<Miss> errors(PersonHistory history) {
    var truth = history.truth();
    var errors = new ArrayList<Miss>();
    for (var batch : signals(history)) {
      for (var fix : fixes(batch)) {
        long time = Micros.of(fix.time());
        var span = truth.findSpan(time).orElseThrow();
        var at = positionAt(span, time);
        double meters = at.distanceMetersTo(fix.position());
        double northDeg = fix.position().latitudeDeg() - at.latitudeDeg();
        double north = StrictMath.toRadians(northDeg) * Geodesy.EARTH_RADIUS_METERS;
        if (span instanceof TrueSpan.Stay || isWalk(span)) {
          errors.add(new Miss(span instanceof TrueSpan.Stay, meters, north));
        }
      }
    }
    return errors;
  }

  private static boolean isWalk(TrueSpan span) {
    return span instanceof TrueSpan.Leg leg && leg.mode() == TransportMode.WALKING;
  }

  private static LatLon positionAt(TrueSpan span, long timeMicros) {
    return switch (span) {
      case TrueSpan.Stay stay -> stay.position();
      case TrueSpan.Leg leg ->
          leg.path().stream()
              .filter(point -> point.timeMicros() >= timeMicros - 2_500_000)
              .findFirst()
              .orElseThrow()
              .position();
    };
  }

  private static double rms(List<Double> values) {
    return Math.sqrt(values.stream().mapToDouble(v -> v * v).average().orElseThrow());
  }

  private static double lagOneAutocorrelation(List<Double> values) {
    double squares = 0;
    double products = 0;
    for (int i = 1; i < values.size(); i++) {
      squares += values.get(i) * values.get(i);
      products += values.get(i) * values.get(i - 1);
    }
    return products / squares;
  }

  private static PersonHistory history(long seed, Duration length, NoiseProfile noise) {
    return PersonHistory.of(seed, MONDAY, length, EACH_15_S, noise);
  }

  private static List<Signals> signals(PersonHistory history) {
    return signals(history, 1_000);
  }

  private static List<Signals> signals(PersonHistory history, int fixesPerBatch) {
    return history.batches(fixesPerBatch).toList();
  }

  private static List<GpsFix> fixes(Signals signals) {
    var fixes = new ArrayList<GpsFix>();
    for (int row = 0; row < signals.fixes().size(); row++) {
      fixes.add(signals.fixes().fix(row));
    }
    return fixes;
  }
}
