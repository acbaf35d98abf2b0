package io.sensorium.simulator.sensing;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.climate.ColdRoom;
import io.sensorium.simulator.climate.Door;
import io.sensorium.simulator.climate.Radio;
import io.sensorium.simulator.climate.Residents;
import io.sensorium.simulator.climate.RoomAir;
import io.sensorium.simulator.climate.Weather;
import io.sensorium.simulator.random.Dice;
import java.time.Duration;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/** What a sensor feels, at instants that are asked for in their order. */
final class Probe {

  private static final Door.Use KITCHEN_USE = new Door.Use(7, 22, 2, Duration.ofSeconds(40));
  private static final Door.Use CLINIC_USE = new Door.Use(8, 18, 1.5, Duration.ofSeconds(45));
  private static final Door.Use TOUR_USE = new Door.Use(8, 17, 3, Duration.ofSeconds(75));
  private static final double TEMPERATURE_NOISE = 0.03;
  private static final double HUMIDITY_NOISE = 0.25;
  private static final double CO2_NOISE = 6;

  private final SensorPlan sensor;
  private final Dice noise;
  private final Weather weather;
  private final RoomAir room;
  private final Door door;
  private final Radio radio;
  private final LongToDoubleFunction celsius;

  Probe(Site site, SensorPlan sensor, long startMicros) {
    this.sensor = sensor;
    var dice = new Dice(site.seed()).fork("site");
    var own = dice.fork("sensor " + sensor.serial());
    noise = own.fork("noise");
    weather = new Weather(dice.fork("weather"));
    var residents = new Residents(site.residents(), site.zone(), dice.fork("residents"));
    room = new RoomAir(weather, residents, startMicros);
    door = new Door(use(sensor.spot()), site.zone(), own.fork("door"));
    radio = new Radio(sensor.heardPercent(), own.fork("radio"));
    celsius = thermometer(new Fate(site).coolingFailures(sensor), startMicros);
  }

  private static Door.Use use(Spot spot) {
    return switch (spot) {
      case VACCINE_FRIDGE -> CLINIC_USE;
      case HOLD -> TOUR_USE;
      case LIVING_ROOM, OUTDOORS, KITCHEN_FRIDGE -> KITCHEN_USE;
    };
  }

  private LongToDoubleFunction thermometer(Spells failures, long startMicros) {
    return switch (sensor.spot()) {
      case LIVING_ROOM -> room::celsius;
      case OUTDOORS -> weather::celsius;
      case KITCHEN_FRIDGE -> cold(ColdRoom.Build.KITCHEN, room::celsius, failures, startMicros);
      case VACCINE_FRIDGE -> cold(ColdRoom.Build.VACCINES, room::celsius, failures, startMicros);
      case HOLD -> cold(ColdRoom.Build.HOLD, weather::celsius, failures, startMicros);
    };
  }

  private LongToDoubleFunction cold(
      ColdRoom.Build build, LongToDoubleFunction around, Spells failures, long startMicros) {
    return new ColdRoom(build, around, door::isOpen, failures::isAt, startMicros)::celsius;
  }

  /** What it measures, with the noise of its parts, and two decimals. */
  double measure(Quantity quantity, long timeMicros) {
    var error = noise.fork(quantity.name()).fork(timeMicros);
    double value =
        switch (quantity) {
          case TEMPERATURE ->
              celsius.applyAsDouble(timeMicros) + error.gaussian(0, TEMPERATURE_NOISE);
          case HUMIDITY ->
              Math.clamp(humidity(timeMicros) + error.gaussian(0, HUMIDITY_NOISE), 0, 100);
          case CO2 -> room.co2Ppm(timeMicros) + error.gaussian(0, CO2_NOISE);
          case DOOR -> door.isOpen(timeMicros) ? 1 : 0;
          case BATTERY -> sensor.battery().volts(timeMicros, celsius.applyAsDouble(timeMicros));
          case RADIO -> radio.percent(timeMicros);
        };
    return Math.rint(100 * value) / 100;
  }

  private double humidity(long timeMicros) {
    return sensor.spot() == Spot.OUTDOORS
        ? weather.humidityPercent(timeMicros)
        : room.humidityPercent(timeMicros);
  }

  /** When the door moves within an hour since 1970; each opening's start and end. */
  List<Door.Opening> openings(long timeMicros) {
    return door.openings(Math.floorDiv(timeMicros, Micros.PER_HOUR));
  }
}
