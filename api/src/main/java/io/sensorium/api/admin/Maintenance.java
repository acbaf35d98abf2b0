package io.sensorium.api.admin;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import java.io.IOException;

/**
 * {@code POST /admin/v1/verify}, {@code POST /admin/v1/backup}, {@code POST /admin/v1/maps/reload}.
 */
final class Maintenance {

  private final Guard guard;
  private final Operations operations;

  Maintenance(Guard guard, Operations operations) {
    this.guard = guard;
    this.operations = operations;
  }

  Response verify(Request request) {
    guard.administrator(request);
    var result = operations.verify();
    return Response.json(
        json -> {
          json.beginObject();
          json.field("users", result.users());
          json.field("compared", result.compared());
          json.field("other_basis", result.otherBasis());
          json.field("alarm_lines", result.alarmLines());
          json.field("other_alarms", result.otherAlarms());
          json.beginArray("findings");
          result.findings().forEach(json::value);
          json.endArray();
          json.endObject();
        });
  }

  Response backup(Request request) throws IOException {
    guard.administrator(request);
    var directory = request.jsonObject().getString("directory");
    try {
      operations.backup(directory);
    } catch (IllegalArgumentException e) {
      throw ApiError.invalidParameter("directory: " + e.getMessage());
    }
    return Response.empty();
  }

  Response reloadMaps(Request request) {
    guard.administrator(request);
    operations.reloadMaps();
    return Response.empty();
  }
}
