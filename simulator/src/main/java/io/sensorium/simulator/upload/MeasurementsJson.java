package io.sensorium.simulator.upload;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.sensing.Reading;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes readings as the gateway API has them. */
final class MeasurementsJson {

  private static final JsonFactory JSON = new JsonFactory();

  private MeasurementsJson() {}

  static byte[] bytes(List<Reading> readings) {
    var bytes = new ByteArrayOutputStream();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("measurements");
      readings.forEach(reading -> write(json, reading));
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Reading reading) {
    json.writeStartObject();
    json.writeStringProperty("sensor", reading.sensor());
    json.writeStringProperty("source", reading.quantity().type());
    json.writeNumberProperty("date", reading.timeMicros() / Micros.PER_MILLI);
    json.writeNumberProperty("value", reading.value());
    if (reading.type() != MeasurementType.REGULAR) {
      json.writeNumberProperty("type", reading.type().code());
    }
    json.writeEndObject();
  }
}
