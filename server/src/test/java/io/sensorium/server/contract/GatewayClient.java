package io.sensorium.server.contract;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;

/** A gateway that talks to a server. */
@NullMarked
record GatewayClient(long id, String serial, String token, Caller api) {

  /** A sensor that a gateway told of, and the ids of its sources by their serials. */
  record Paired(long id, Map<String, Long> sources) {

    long source(String serial) {
      var source = sources.get(serial);
      if (source == null) {
        throw new AssertionError("no source " + serial + " in " + sources.keySet());
      }
      return source;
    }
  }

  /** Tells of a sensor with one source for each type, its serial the name of the type. */
  Paired pair(String sensor, String... types) {
    var sources =
        Arrays.stream(types)
            .map(type -> "{\"serial\":\"" + type + "\",\"type\":\"" + type + "\"}")
            .collect(Collectors.joining(","));
    var body = "{\"serial\":\"" + sensor + "\",\"sources\":[" + sources + "]}";
    var told = api.postJson("/gateway/v1/sensors", body).ok();
    var ids = new HashMap<String, Long>();
    told.path("sources")
        .forEach(source -> ids.put(source.path("serial").asString(), source.path("id").asLong()));
    return new Paired(told.path("id").asLong(), ids);
  }

  static String row(String sensor, String source, Instant date, double value) {
    return row(sensor, source, date, value, 1);
  }

  static String row(String sensor, String source, Instant date, double value, int type) {
    return "{\"sensor\":\"%s\",\"source\":\"%s\",\"date\":\"%s\",\"value\":%s,\"type\":%d}"
        .formatted(sensor, source, date, value, type);
  }

  /** Sends rows; all must be taken. */
  JsonNode send(String... rows) {
    return sendAll(String.join(",", rows), rows.length);
  }

  /** Sends rows that are joined by commas; all must be taken. */
  JsonNode sendAll(String rows, int count) {
    var receipt = upload("{\"measurements\":[" + rows + "]}").ok();
    if (receipt.path("accepted").asInt() != count) {
      throw new AssertionError(receipt.toString());
    }
    return receipt;
  }

  Reply upload(String batch) {
    return api.postJson("/gateway/v1/measurements", batch);
  }

  /** The commands that wait for it. */
  JsonNode commands() {
    return api.get("/gateway/v1/commands").ok();
  }

  Reply report(long workflow, String body) {
    return api.postJson("/gateway/v1/commands/" + workflow, body);
  }
}
