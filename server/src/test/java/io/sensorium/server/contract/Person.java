package io.sensorium.server.contract;

import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;

/** A user of the sensor API, who calls it. */
@NullMarked
record Person(long id, String email, Caller api) {

  Reply get(String target) {
    return api.get(target);
  }

  Reply post(String target, String form) {
    return api.post(target, form);
  }

  Reply postJson(String target, String json) {
    return api.postJson(target, json);
  }

  Reply delete(String target) {
    return api.delete(target);
  }

  /** A source's rows of {@code GET /v1/measurements} with these parameters besides. */
  JsonNode measured(long source, String parameters) {
    return get("/v1/measurements?data_sources=" + source + "&" + parameters)
        .ok("measurements")
        .path(Long.toString(source));
  }
}
