package io.sensorium.api.common;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** {@code GET /health/live} and {@code GET /health/ready}. */
public final class Health {

  private final Map<String, BooleanSupplier> parts;

  /**
   * Asks the parts anew at each request.
   *
   * @param parts that must work for the server to be ready, by name
   */
  public Health(Map<String, BooleanSupplier> parts) {
    this.parts = new TreeMap<>(parts);
  }

  public Routes routes() {
    return Routes.builder()
        .get("/health/live", request -> Response.json(json -> status(json, true).endObject()))
        .get("/health/ready", request -> ready())
        .build();
  }

  private Response ready() {
    var states = new TreeMap<String, Boolean>();
    parts.forEach((name, part) -> states.put(name, part.getAsBoolean()));
    boolean ready = !states.containsValue(false);
    return Response.json(
        ready ? 200 : 503,
        json -> {
          status(json, ready).beginObject("parts");
          states.forEach((name, works) -> json.field(name, works));
          json.endObject().endObject();
        });
  }

  private static JsonWriter status(JsonWriter json, boolean up) {
    return json.beginObject().field("status", up ? "up" : "down");
  }
}
