package io.sensorium.api.admin;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonObject;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.store.retention.RawKind;
import io.sensorium.store.retention.Retention;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code GET|PUT /admin/v1/retention}: days per kind of raw data; null keeps it for ever, and so
 * does a change that does not name it.
 */
final class RetentionMethods {

  private static final int MAX_DAYS = 36_500;

  private final Guard guard;
  private final Retention retention;

  RetentionMethods(Guard guard, Retention retention) {
    this.guard = guard;
    this.retention = retention;
  }

  Response show(Request request) {
    guard.administrator(request);
    return Response.json(this::write);
  }

  Response change(Request request) throws IOException {
    guard.administrator(request);
    var body = request.jsonObject();
    requireKnown(body.names());
    for (var kind : RawKind.values()) {
      retention.setDays(kind, days(body, kind));
    }
    return Response.json(this::write);
  }

  private void write(JsonWriter json) {
    json.beginObject();
    for (var kind : RawKind.values()) {
      var days = retention.findDays(kind);
      json.field(kind.key(), days.isPresent() ? (Double) (double) days.getAsInt() : null, 0);
    }
    json.endObject();
  }

  /** A kind that is misspelt must not be kept for ever in silence. */
  private static void requireKnown(Set<String> names) {
    var known = Arrays.stream(RawKind.values()).map(RawKind::key).toList();
    for (var name : names) {
      if (!known.contains(name)) {
        throw ApiError.invalidParameter(name + ": no such kind; there are " + known);
      }
    }
  }

  private static OptionalInt days(JsonObject body, RawKind kind) {
    var days = body.findLong(kind.key());
    if (days.isEmpty()) {
      return OptionalInt.empty();
    }
    if (days.getAsLong() < 1 || days.getAsLong() > MAX_DAYS) {
      throw ApiError.invalidParameter(kind.key() + ": must be 1 to " + MAX_DAYS + " days, or null");
    }
    return OptionalInt.of((int) days.getAsLong());
  }
}
