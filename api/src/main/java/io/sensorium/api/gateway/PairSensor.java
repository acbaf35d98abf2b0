package io.sensorium.api.gateway;

import io.sensorium.api.auth.GatewayAuthentication;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonObject;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.SourceType;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Devices.NewSensor;
import io.sensorium.store.sensing.Devices.PairedSource;
import io.sensorium.store.sensing.Devices.SensorInventory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /gateway/v1/sensors}: a gateway tells of a sensor and its data sources. */
final class PairSensor {

  private static final int MAX_LENGTH = 200;
  private static final int MAX_SOURCES = 1_000;
  private static final long MAX_INTERVAL_SECONDS = 7 * 86_400;

  private final GatewayAuthentication authentication;
  private final Devices devices;

  PairSensor(GatewayAuthentication authentication, Devices devices) {
    this.authentication = authentication;
    this.devices = devices;
  }

  Response handle(Request request) throws IOException {
    var gateway = authentication.login(request);
    var body = request.jsonObject();
    var sensor =
        new NewSensor(
            gateway.id(),
            limited("serial", body.getString("serial")),
            text(body, "", "title"),
            text(body, "", "firmware"));
    var sources = sources(body.listObjects("sources"));
    requireSameTypes(gateway.id(), sensor.serial(), sources);
    var paired = devices.pair(sensor, sources);
    return Response.json(json -> write(json, paired));
  }

  private static List<PairedSource> sources(List<JsonObject> told) {
    if (told.size() > MAX_SOURCES) {
      throw ApiError.invalidParameter("sources: at most " + MAX_SOURCES);
    }
    var sources = new ArrayList<PairedSource>();
    var serials = new HashSet<String>();
    for (int i = 0; i < told.size(); i++) {
      var source = source(told.get(i), "sources[" + i + "].");
      if (!serials.add(source.serial())) {
        throw ApiError.invalidParameter("sources[" + i + "].serial: is there twice");
      }
      sources.add(source);
    }
    return sources;
  }

  private static PairedSource source(JsonObject told, String at) {
    var serial =
        told.findString("serial")
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> ApiError.invalidParameter(at + "serial: is missing"));
    var type =
        told.findString("type")
            .flatMap(SourceType::find)
            .orElseThrow(
                () -> ApiError.invalidParameter(at + "type: is missing, or no type has that name"));
    return new PairedSource(
        limited(at + "serial", serial),
        type,
        interval(told, at + "interval").orElse(null),
        text(told, at, "title"));
  }

  private static Optional<Duration> interval(JsonObject told, String name) {
    var seconds = told.findLong("interval");
    if (seconds.isEmpty()) {
      return Optional.empty();
    }
    if (seconds.getAsLong() < 1 || seconds.getAsLong() > MAX_INTERVAL_SECONDS) {
      throw ApiError.invalidParameter(
          name + ": must be from 1 to " + MAX_INTERVAL_SECONDS + " seconds");
    }
    return Optional.of(Duration.ofSeconds(seconds.getAsLong()));
  }

  private static @Nullable String text(JsonObject told, String at, String name) {
    return told.findString(name)
        .filter(text -> !text.isBlank())
        .map(text -> limited(at + name, text))
        .orElse(null);
  }

  private static String limited(String name, String text) {
    if (text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
      throw ApiError.invalidParameter(
          name + ": at most " + MAX_LENGTH + " characters, none of them a control character");
    }
    return text;
  }

  /** What was measured cannot become another quantity. */
  private void requireSameTypes(GatewayId gateway, String sensor, List<PairedSource> told) {
    for (int i = 0; i < told.size(); i++) {
      var type = told.get(i).type();
      var known = devices.findSource(gateway, sensor, told.get(i).serial()).map(DataSource::type);
      if (known.isPresent() && known.get().id() != type.id()) {
        throw ApiError.conflict(
            "sources[" + i + "].type: it is " + known.get().name() + " already");
      }
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
