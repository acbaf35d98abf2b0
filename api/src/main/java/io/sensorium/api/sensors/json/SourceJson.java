package io.sensorium.api.sensors.json;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.SourceType;

/** Writes data sources, the leaves of the hierarchy of devices. */
public final class SourceJson {

  private SourceJson() {}

  public static void write(JsonWriter json, DateStyle dates, DataSource source) {
    json.beginObject();
    json.field("id", source.id().value());
    json.field("title", source.title());
    json.field("serial", source.serial());
    json.field("interval", source.interval().toSeconds());
    json.field("subtype", source.subtype());
    json.field("disconnected_date", dates.formatNullable(source.disconnectedAt()));
    json.beginArray("devices").endArray();
    writeType(json, source.type());
    json.endObject();
  }

  private static void writeType(JsonWriter json, SourceType type) {
    json.beginObject("type");
    json.field("id", type.id());
    json.field("name", type.name());
    json.field("precision", type.precision());
    json.field("capability", type.capability());
    json.beginObject("unit");
    json.field("id", type.unit().id());
    json.field("name", type.unit().name());
    json.endObject();
    json.endObject();
  }
}
