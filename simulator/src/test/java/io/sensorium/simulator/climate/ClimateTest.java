package io.sensorium.simulator.climate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClimateTest {

  private static final long MONDAY = Micros.of(Instant.parse("2026-01-12T00:00:00Z"));

  private final Weather weather = new Weather(new Dice(1));

  @Test
  void summerIsWarmerThanWinterAndDaysAreWarmerThanNights() {
    double january = mean(weather::celsius, "2026-01-01T00:00:00Z", 30, 0, 24);
    double july = mean(weather::celsius, "2026-07-01T00:00:00Z", 30, 0, 24);
    double julyNights = mean(weather::celsius, "2026-07-01T00:00:00Z", 30, 1, 4);
    double julyDays = mean(weather::celsius, "2026-07-01T00:00:00Z", 30, 13, 16);

    assertThat(january).isBetween(-1.0, 8.0);
    assertThat(july).isBetween(14.0, 22.0);
    assertThat(julyDays - julyNights).isBetween(4.0, 12.0);
  }

  @Test
  void airOutsideIsDrierByDay() {
    double night = mean(weather::humidityPercent, "2026-07-01T00:00:00Z", 30, 1, 4);
    double day = mean(weather::humidityPercent, "2026-07-01T00:00:00Z", 30, 13, 16);

    assertThat(day).isBetween(30.0, 75.0);
    assertThat(night).isGreaterThan(day + 10);
  }

  @Test
  void weatherIsTheSameInWhicheverOrderItIsAsked() {
    double later = weather.celsius(MONDAY + Micros.PER_DAY);
    double earlier = weather.celsius(MONDAY);

    var again = new Weather(new Dice(1));
    assertThat(again.celsius(MONDAY)).isEqualTo(earlier);
    assertThat(again.celsius(MONDAY + Micros.PER_DAY)).isEqualTo(later);
  }

  @Test
  void aHouseIsWarmWhilePeopleAreUpAndTheirBreathStaysWhenTheyAreHome() {
    var house = new RoomAir(weather, residents(3), MONDAY - Micros.PER_DAY);
    var noon = new ArrayList<Double>();
    var evening = new ArrayList<Double>();
    var warmth = new ArrayList<Double>();
    for (int day = 0; day < 5; day++) {
      noon.add(house.co2Ppm(at(day, 14)));
      evening.add(house.co2Ppm(at(day, 22)));
      warmth.add(house.celsius(at(day, 22)));
    }

    assertThat(noon).allMatch(ppm -> ppm > 420 && ppm < 600);
    assertThat(evening).allMatch(ppm -> ppm > 600 && ppm < 1_500);
    assertThat(warmth).allMatch(celsius -> celsius > 19 && celsius < 23);
  }

  @Test
  void livingMakesTheAirMoister() {
    var lived = new RoomAir(weather, residents(4), MONDAY);
    var empty = new RoomAir(weather, residents(0), MONDAY);

    assertThat(lived.humidityPercent(at(4, 22))).isGreaterThan(empty.humidityPercent(at(4, 22)));
  }

  @Test
  void aFridgeCyclesWithinItsThermostat() {
    var fridge = fridge(_ -> false);
    var hours =
        LongStream.range(60, 24 * 60).mapToObj(minute -> MONDAY + minute * Micros.PER_MINUTE);
    var felt = hours.map(fridge::celsius).toList();

    assertThat(felt).allMatch(celsius -> celsius > 3 && celsius < 6);
    assertThat(turns(felt)).isBetween(20L, 200L);
  }

  @Test
  void aFridgeWithoutCoolingWarmsUpSlowlyTowardsTheRoom() {
    var fridge = fridge(micros -> micros >= MONDAY + Micros.PER_HOUR);

    assertThat(fridge.celsius(at(0, 1))).isLessThan(6);
    assertThat(fridge.celsius(at(0, 3))).isBetween(8.0, 14.0);
    assertThat(fridge.celsius(at(1, 3))).isBetween(19.0, 20.0);
  }

  @Test
  void aBatteryFallsFastAtItsEndAndIsWeakInTheCold() {
    var battery = new Battery(MONDAY, Duration.ofDays(100));

    double middle = battery.volts(MONDAY, 20) - battery.volts(MONDAY + 50 * Micros.PER_DAY, 20);
    double end =
        battery.volts(MONDAY + 90 * Micros.PER_DAY, 20)
            - battery.volts(MONDAY + 100 * Micros.PER_DAY, 20);
    assertThat(battery.volts(MONDAY, 20)).isBetween(3.0, 3.1);
    assertThat(middle).isBetween(0.05, 0.15);
    assertThat(end).isGreaterThan(0.5);
    assertThat(battery.volts(MONDAY, -5)).isLessThan(battery.volts(MONDAY, 20) - 0.05);
  }

  private static Residents residents(int people) {
    return new Residents(people, ZoneOffset.UTC, new Dice(7));
  }

  private static ColdRoom fridge(LongPredicate isBroken) {
    return new ColdRoom(ColdRoom.Build.VACCINES, _ -> 20, _ -> false, isBroken, MONDAY);
  }

  private static long at(int day, int hour) {
    return MONDAY + day * Micros.PER_DAY + hour * Micros.PER_HOUR;
  }

  /** How often the values begin to fall. */
  private static long turns(List<Double> values) {
    return LongStream.range(2, values.size())
        .filter(i -> values.get((int) i) < values.get((int) i - 1))
        .filter(i -> values.get((int) i - 1) >= values.get((int) i - 2))
        .count();
  }

  private static double mean(
      LongToDoubleFunction quantity, String from, int days, int fromHour, int toHour) {
    long start = Micros.of(Instant.parse(from));
    return LongStream.range(0, days * 24L)
        .filter(hour -> hour % 24 >= fromHour && hour % 24 < toHour)
        .mapToDouble(hour -> quantity.applyAsDouble(start + hour * Micros.PER_HOUR))
        .average()
        .orElseThrow();
  }
}
