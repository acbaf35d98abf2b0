package io.sensorium.api.sensors.json;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.store.sensing.Devices.SensorInventory;

/** Writes sensors, with their data sources as devices. */
public final class SensorJson {

  private SensorJson() {}

  public static void write(JsonWriter json, DateStyle dates, SensorInventory inventory) {
    json.beginObject();
    writeFields(json, dates, inventory.sensor());
    json.name("devices");
    json.array(inventory.sources(), source -> SourceJson.write(json, dates, source));
    json.endObject();
  }

  /** The sensor alone, where its sources are not at hand. */
  public static void writeAlone(JsonWriter json, DateStyle dates, Sensor sensor) {
    json.beginObject();
    writeFields(json, dates, sensor);
    json.endObject();
  }

  private static void writeFields(JsonWriter json, DateStyle dates, Sensor sensor) {
    json.field("id", sensor.id().value());
    json.field("serial", sensor.serial());
    json.field("title", sensor.title());
    json.field("firmware", sensor.firmware());
    json.beginObject("type");
    json.field("id", sensor.type().id());
    json.field("name", sensor.type().name());
    json.endObject();
    json.field("disconnected_date", dates.formatNullable(sensor.disconnectedAt()));
    json.field("current_gateway_id", sensor.gateway().value());
  }
}
