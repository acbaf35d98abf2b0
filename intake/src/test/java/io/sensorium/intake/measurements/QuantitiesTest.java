package io.sensorium.intake.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

  @ParameterizedTest
  @CsvSource({
    "temperature, temp",
    "temp, temp",
    "device_temperature, temp",
    "roomTemperature, temp",
    "node_hwmon_temp_celsius, temp",
    "humidity, humi",
    "relative_humidity, humi",
    "soil_moisture, moisture",
    "soilHumidity, moisture",
    "battery, battery_level",
    "battery_percent, battery_level",
    "battery_voltage, batt",
    "batt, batt",
    "vbat, batt",
    "co2, co2",
    "eCO2, co2",
    "pressure, pressure",
    "illuminance, light",
    "lux, light",
    "pm25, pm25",
    "pm2_5, pm25",
    "PM2.5, pm25",
    "pm10, pm10",
    "voc, voc",
    "occupancy, motion",
    "water_leak, water",
    "power, power",
    "energy_total, energy",
    "voltage, voltage",
    "current, current",
    "rssi, rssi",
    "lat, latitude",
    "speed, speed",
    "usage_idle, value",
    "power_outage_count, value",
    "temperature_calibration, value",
    "temperature_fahrenheit, value",
    "'', value",
    "???, value",
    "flat, value"
  })
  void aNameTellsTheQuantity(String name, String type) {
    assertThat(Quantities.guess(name).type().name()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "outside, °C, temp, 20, 20",
    "outside, °F, temp, 68, 20",
    "outside, K, temp, 293.15, 20",
    "battery, V, batt, 3.1, 3.1",
    "battery, mV, batt, 3100, 3.1",
    "mains, V, voltage, 230, 230",
    "battery, %, battery_level, 80, 80",
    "humidity, %, humi, 40, 40",
    "cpu, %, value, 40, 40",
    "pressure, kPa, pressure, 101.3, 1013",
    "air, Pa, pressure, 101300, 1013",
    "load, kW, power, 1.5, 1500",
    "meter, Wh, energy, 1500, 1.5",
    "co2, ppm, co2, 400, 400",
    "gas, ppm, value, 400, 400",
    "pm25, µg/m³, pm25, 12, 12",
    "pm10, ug/m3, pm10, 12, 12",
    "temperature, furlong, value, 1, 1",
    "wind, km/h, speed, 36, 10"
  })
  void aUnitTellsTheQuantityAndHowItsNumbersBecomeValues(
      String name, String unit, String type, double number, double value) {
    var quantity = Quantities.guess(name, unit);

    assertThat(quantity.type().name()).isEqualTo(type);
    assertThat(quantity.valueOf(number)).isCloseTo(value, within(1e-9));
  }

  @Test
  void withoutAUnitTheNameAloneCounts() {
    assertThat(Quantities.guess("temperature", null)).isEqualTo(Quantities.guess("temperature"));
    assertThat(Quantities.guess("temperature", " ")).isEqualTo(Quantities.guess("temperature"));
  }
}
