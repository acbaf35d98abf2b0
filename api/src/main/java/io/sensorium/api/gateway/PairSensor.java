package io.sensorium.api.gateway;

import io.sensorium.api.auth.GatewayAuthentication;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.GatewayId;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.gateway.PairingJson;
import io.sensorium.intake.gateway.PairingJson.Pairing;
import io.sensorium.intake.json.JsonNode;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Devices.SensorInventory;
import java.io.IOException;

/** {@code POST /gateway/v1/sensors}: a gateway tells of a sensor and its data sources. */
final class PairSensor {

  private final GatewayAuthentication authentication;
  private final Devices devices;

  PairSensor(GatewayAuthentication authentication, Devices devices) {
    this.authentication = authentication;
    this.devices = devices;
  }

  Response handle(Request request) throws IOException {
    var gateway = authentication.login(request);
    var pairing = read(request, gateway.id());
    var conflict = pairing.conflict(devices);
    if (conflict.isPresent()) {
      throw ApiError.conflict(conflict.get());
    }
    var paired = devices.pair(pairing.sensor(), pairing.sources());
    return Response.json(json -> write(json, paired));
  }

  private static Pairing read(Request request, GatewayId gateway) throws IOException {
    try {
      return PairingJson.read(JsonNode.parse(request.bodyBytes()), gateway);
    } catch (MalformedInputException e) {
      throw ApiError.invalidParameter(String.valueOf(e.getMessage()));
    }
  }

  private static void write(JsonWriter json, SensorInventory paired) {
    var sensor = paired.sensor();
    json.beginObject();
    json.field("id", sensor.id().value());
    json.field("serial", sensor.serial());
    json.field("title", sensor.title());
    json.field("firmware", sensor.firmware());
    json.beginArray("sources");
    for (var source : paired.sources()) {
      json.beginObject();
      json.field("id", source.id().value());
      json.field("serial", source.serial());
      json.field("type", source.type().name());
      json.field("interval", source.interval().toSeconds());
      json.field("title", source.title());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }
}
