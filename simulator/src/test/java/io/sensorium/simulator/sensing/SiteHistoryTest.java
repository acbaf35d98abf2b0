package io.sensorium.simulator.sensing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.sensing.Incident.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SiteHistoryTest {

  private static final Instant START = Instant.parse("2026-02-02T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(21));
  private static final Duration EACH_MINUTE = Duration.ofMinutes(1);

  private final SiteHistory ordinary = history(Troubles.ORDINARY);
  private final SiteHistory smooth = history(Troubles.NONE);

  @Test
  void aSeedAlwaysDrawsTheSameHistory() {
    assertThat(ordinary.truth(END)).isEqualTo(history(Troubles.ORDINARY).truth(END));
    assertThat(ordinary.uploads(END, EACH_MINUTE).toList())
        .isEqualTo(history(Troubles.ORDINARY).uploads(END, EACH_MINUTE).toList());
  }

  @Test
  void anotherHouseMeasuresOtherValuesByOtherSerials() {
    var neighbour = Sites.house(1, 1, START, Troubles.NONE);

    assertThat(neighbour.sensors()).doesNotContainAnyElementsOf(smooth.site().sensors());
    assertThat(neighbour.gateways()).doesNotContainAnyElementsOf(smooth.site().gateways());
    assertThat(neighbour.seed()).isNotEqualTo(smooth.site().seed());
  }

  @Test
  void readingsComeInOrderWithWholeMillisecondsAndTwoDecimals() {
    var readings = ordinary.truth(END).readings();

    assertThat(readings)
        .extracting(Reading::timeMicros)
        .isSorted()
        .allMatch(micros -> micros % Micros.PER_MILLI == 0)
        .allMatch(micros -> micros >= Micros.of(START) && micros < Micros.of(END));
    assertThat(readings)
        .allMatch(one -> one.value() == Math.rint(one.value() * 100) / 100, "has two decimals");
  }

  @Test
  void aSensorMeasuresAtItsIntervalButNotByTheClock() {
    var fridge = smooth.site().sensorAt(Spot.VACCINE_FRIDGE);
    var times =
        smooth.truth(END).readings(fridge.serial(), Quantity.TEMPERATURE).stream()
            .map(Reading::timeMicros)
            .toList();

    assertThat(times).hasSize(21 * 24 * 12);
    var gaps = new HashSet<Long>();
    for (int i = 1; i < times.size(); i++) {
      gaps.add(times.get(i) - times.get(i - 1));
    }
    assertThat(gaps)
        .hasSizeGreaterThan(500)
        .allSatisfy(
            gap ->
                assertThat(gap).isCloseTo(5 * Micros.PER_MINUTE, within(1_800 * Micros.PER_MILLI)));
  }

  @Test
  void withoutTroublesEachReadingArrivesOnceWithinSeconds() {
    var arrivals = drain(new Arrivals(smooth.site(), measured(smooth).iterator()));

    assertThat(arrivals).extracting(Arrival::timeMicros).isSorted();
    assertThat(arrivals)
        .extracting(Arrival::reading)
        .containsExactlyInAnyOrderElementsOf(smooth.truth(END).readings());
    assertThat(arrivals)
        .extracting(arrival -> arrival.timeMicros() - arrival.reading().timeMicros())
        .allMatch(delay -> delay > 0 && delay <= 4 * Micros.PER_SECOND);
  }

  @Test
  void withTroublesNothingIsLostButSomeIsLateAndSomeComesTwice() {
    var arrivals = drain(new Arrivals(ordinary.site(), measured(ordinary).iterator()));
    var times = countArrivals(arrivals);

    assertThat(arrivals).extracting(Arrival::timeMicros).isSorted();
    assertThat(times.keySet())
        .containsExactlyInAnyOrderElementsOf(new HashSet<>(ordinary.truth(END).readings()));
    assertThat(times.values()).filteredOn(count -> count > 1).hasSizeGreaterThan(50);
    assertThat(arrivals)
        .filteredOn(one -> one.timeMicros() - one.reading().timeMicros() > 10 * Micros.PER_MINUTE)
        .hasSizeGreaterThan(50);
  }

  @Test
  void aGatewayThatIsCutOffSendsAllItHeardWhenItIsBack() {
    var arrivals = drain(new Arrivals(ordinary.site(), measured(ordinary).iterator()));
    var outages = ordinary.truth(END).incidents(Kind.GATEWAY_CUT_OFF);

    assertThat(outages).isNotEmpty();
    for (var outage : outages) {
      var own = arrivals.stream().filter(one -> isOf(one, outage.serial())).toList();
      assertThat(own)
          .extracting(Arrival::timeMicros)
          .noneMatch(at -> at >= outage.startMicros() && at < outage.endMicros());
    }
    var longest =
        outages.stream()
            .filter(one -> one.serial().equals(ordinary.site().gateways().getFirst().serial()))
            .max((a, b) -> Long.compare(length(a), length(b)))
            .orElseThrow();
    assertThat(arrivals)
        .filteredOn(one -> isOf(one, longest.serial()))
        .filteredOn(one -> one.timeMicros() == longest.endMicros())
        .hasSizeGreaterThan((int) (length(longest) / Micros.PER_HOUR) * 20);
  }

  @Test
  void theTransportBoxIsHeardByTheVanByDayAndByTheHouseAtNight() {
    var box = smooth.site().sensorAt(Spot.HOLD);
    var gatewaysByHour = new ArrayList<String>();
    var arrivals = drain(new Arrivals(smooth.site(), measured(smooth).iterator()));
    for (var hour : List.of(3, 12, 21)) {
      arrivals.stream()
          .filter(one -> one.reading().sensor().equals(box.serial()))
          .filter(one -> one.reading().timeMicros() / Micros.PER_HOUR % 24 == hour)
          .map(one -> one.gateway().title())
          .distinct()
          .forEach(gatewaysByHour::add);
    }

    assertThat(gatewaysByHour).containsExactly("House", "Van", "House");
  }

  @Test
  void aSensorThatDiesIsSilentForEver() {
    var dead = smooth.site().sensorAt(Spot.OUTDOORS).dyingAt(START.plus(Duration.ofDays(3)));
    var truth = new SiteHistory(smooth.site().with(dead), START).truth(END);

    assertThat(truth.readings(dead.serial(), Quantity.TEMPERATURE)).hasSize(3 * 96);
    assertThat(truth.incidents())
        .containsExactly(
            new Incident(
                Kind.SENSOR_DIED,
                dead.serial(),
                Micros.of(START.plus(Duration.ofDays(3))),
                Long.MAX_VALUE));
  }

  @Test
  void somebodyPressesAButtonNowAndThen() {
    assertThat(ordinary.truth(END).readings())
        .filteredOn(one -> one.type() == MeasurementType.BUTTON)
        .hasSizeBetween(5, 100);
    assertThat(smooth.truth(END).readings()).noneMatch(one -> one.type() == MeasurementType.BUTTON);
  }

  @Test
  void aDoorTellsEachOfItsMoves() {
    var fridge = smooth.site().sensorAt(Spot.KITCHEN_FRIDGE);
    var door = smooth.truth(END).readings(fridge.serial(), Quantity.DOOR);

    assertThat(door).filteredOn(one -> one.value() == 1).hasSizeGreaterThan(21 * 10);
    assertThat(door).filteredOn(one -> one.value() == 0).hasSizeGreaterThan(21 * (24 + 10));
  }

  @Test
  void uploadsHoldTheArrivalsOfTheirSpanByGateway() {
    var uploads = ordinary.uploads(END, Duration.ofHours(6)).toList();
    var arrivals = drain(new Arrivals(ordinary.site(), measured(ordinary).iterator()));

    assertThat(uploads).extracting(GatewayUpload::sentMicros).isSorted();
    assertThat(uploads).allMatch(upload -> upload.readings().size() <= 1_000);
    assertThat(uploads.stream().flatMap(upload -> upload.readings().stream()))
        .containsExactlyInAnyOrderElementsOf(arrivals.stream().map(Arrival::reading).toList());
  }

  @Test
  void whatIsSentFromAnInstantOnGoesOnWithTheSameReadings() {
    var middle = START.plus(Duration.ofDays(2));
    var live = ordinary.uploadsFrom(middle, EACH_MINUTE);
    var sent =
        Stream.generate(live::next).limit(100).flatMap(one -> one.readings().stream()).toList();

    var later =
        ordinary.truth(END).readings().stream()
            .filter(one -> one.timeMicros() >= Micros.of(middle))
            .toList();
    assertThat(later).containsAll(sent);
    assertThat(sent).containsAll(later.subList(0, 20));
  }

  private static SiteHistory history(Troubles troubles) {
    return new SiteHistory(Sites.house(1, 0, START, troubles), START);
  }

  private static List<Reading> measured(SiteHistory history) {
    return history.truth(END).readings();
  }

  private static List<Arrival> drain(Arrivals arrivals) {
    var all = new ArrayList<Arrival>();
    arrivals.forEachRemaining(all::add);
    return all;
  }

  private static Map<Reading, Long> countArrivals(List<Arrival> arrivals) {
    return arrivals.stream()
        .map(Arrival::reading)
        .collect(groupingBy(Function.identity(), counting()));
  }

  private static boolean isOf(Arrival arrival, String gateway) {
    return arrival.gateway().serial().equals(gateway);
  }

  private static long length(Incident incident) {
    return incident.endMicros() - incident.startMicros();
  }
}
