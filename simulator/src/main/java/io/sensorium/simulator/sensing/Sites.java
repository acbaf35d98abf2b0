package io.sensorium.simulator.sensing;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.climate.Battery;
import io.sensorium.simulator.random.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sites with the sensors that such places have. */
public final class Sites {

  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final long FIRST_GATEWAY = 10_000_000;
  private static final long FIRST_SENSOR = 0xaa00_0000L;
  private static final int SENSORS_PER_SITE = 16;
  private static final Duration OFTEN = Duration.ofMinutes(5);
  private static final Duration USUAL = Duration.ofMinutes(15);
  private static final Duration SELDOM = Duration.ofMinutes(30);
  private static final Duration RARE = Duration.ofHours(3);
  private static final Duration BATTERY_LIFE = Duration.ofDays(800);

  private Sites() {}

  /** Houses of a seed, each with a doctor's fridge and a van. */
  public static List<Site> of(long seed, int count, Instant start, Troubles troubles) {
    var sites = new ArrayList<Site>();
    for (int number = 0; number < count; number++) {
      sites.add(house(seed, number, start, troubles));
    }
    return List.copyOf(sites);
  }

  /**
   * One of the houses.
   *
   * @param number from 0 on; no two share a serial
   * @param start when the sensors are some months old
   */
  public static Site house(long seed, int number, Instant start, Troubles troubles) {
    var dice = new Dice(seed).fork("site").fork(number);
    return new Site(
        "House " + (number + 1),
        ZONE,
        1 + dice.below(5),
        List.of(gateway(2 * number, "House"), gateway(2 * number + 1, "Van")),
        List.of(
            room(number, dice, start),
            outdoors(number, dice, start),
            fridge(number, 2, "Kitchen fridge", Spot.KITCHEN_FRIDGE, dice, start),
            fridge(number, 3, "Vaccine fridge", Spot.VACCINE_FRIDGE, dice, start),
            fridge(number, 4, "Transport box", Spot.HOLD, dice, start)),
        troubles,
        dice.fork("life").nextLong());
  }

  private static GatewayPlan gateway(int number, String title) {
    return new GatewayPlan(Long.toString(FIRST_GATEWAY + number), title);
  }

  private static SensorPlan room(int site, Dice dice, Instant start) {
    return sensor(
        site,
        0,
        "Living room",
        Spot.LIVING_ROOM,
        Map.of(
            Quantity.TEMPERATURE,
            USUAL,
            Quantity.HUMIDITY,
            USUAL,
            Quantity.CO2,
            OFTEN,
            Quantity.BATTERY,
            RARE,
            Quantity.RADIO,
            SELDOM),
        dice,
        start);
  }

  private static SensorPlan outdoors(int site, Dice dice, Instant start) {
    return sensor(
        site,
        1,
        "Garden",
        Spot.OUTDOORS,
        Map.of(
            Quantity.TEMPERATURE,
            USUAL,
            Quantity.HUMIDITY,
            USUAL,
            Quantity.BATTERY,
            RARE,
            Quantity.RADIO,
            SELDOM),
        dice,
        start);
  }

  private static SensorPlan fridge(
      int site, int number, String title, Spot spot, Dice dice, Instant start) {
    return sensor(
        site,
        number,
        title,
        spot,
        Map.of(
            Quantity.TEMPERATURE,
            OFTEN,
            Quantity.DOOR,
            Duration.ofHours(1),
            Quantity.BATTERY,
            RARE,
            Quantity.RADIO,
            SELDOM),
        dice,
        start);
  }

  private static SensorPlan sensor(
      int site,
      int number,
      String title,
      Spot spot,
      Map<Quantity, Duration> intervals,
      Dice dice,
      Instant start) {
    var draw = dice.fork("sensor").fork(number);
    var age = Duration.ofDays(30 + draw.below(500));
    return new SensorPlan(
        Long.toHexString(FIRST_SENSOR + (long) site * SENSORS_PER_SITE + number),
        title,
        spot,
        intervals,
        draw.uniform(45, 90),
        new Battery(Micros.of(start.minus(age)), BATTERY_LIFE),
        null);
  }
}
