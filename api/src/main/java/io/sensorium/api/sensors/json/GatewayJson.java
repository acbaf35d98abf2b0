package io.sensorium.api.sensors.json;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.store.sensing.Devices.Inventory;

/** Writes gateways, with their sensors as devices. */
public final class GatewayJson {

  private GatewayJson() {}

  public static void write(JsonWriter json, DateStyle dates, Inventory inventory) {
    json.beginObject();
    writeFields(json, dates, inventory.gateway());
    json.name("devices");
    json.array(inventory.sensors(), sensor -> SensorJson.write(json, dates, sensor));
    json.endObject();
  }

  /** The gateway alone, where its sensors are not at hand. */
  public static void writeAlone(JsonWriter json, DateStyle dates, Gateway gateway) {
    json.beginObject();
    writeFields(json, dates, gateway);
    json.endObject();
  }

  private static void writeFields(JsonWriter json, DateStyle dates, Gateway gateway) {
    json.field("id", gateway.id().value());
    json.field("serial", gateway.serial());
    json.field("title", gateway.title());
    json.field("firmware", gateway.firmware());
    json.beginObject("type");
    json.field("id", gateway.type().id());
    json.field("name", gateway.type().name());
    json.endObject();
    json.field("disconnected_date", dates.formatNullable(gateway.disconnectedAt()));
    var master = gateway.master();
    if (master == null) {
      json.nullField("master_id");
    } else {
      json.field("master_id", master.value());
    }
    json.field("ipv4", gateway.ipv4());
    json.field("local_ipv4", gateway.localIpv4());
  }
}
