package io.sensorium.api.admin;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Install;
import io.sensorium.store.identity.Identities;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;

/** {@code GET /admin/v1/users/{id}/installs} and {@code PATCH /admin/v1/installs/{id}}. */
final class Installs {

  private final Guard guard;
  private final Identities identities;

  Installs(Guard guard, Identities identities) {
    this.guard = guard;
    this.identities = identities;
  }

  Response list(Request request) {
    guard.administrator(request);
    var id = request.pathParameter("id");
    if (!UserId.isValid(id) || identities.findUser(new UserId(id)).isEmpty()) {
      throw ApiError.userNotFound();
    }
    var installs = identities.listInstalls(new UserId(id));
    return Response.json(json -> json.array(installs, install -> write(json, install)));
  }

  /** Switches an install off, or makes it its person's active one. */
  Response patch(Request request) throws IOException {
    guard.administrator(request);
    var install = find(request.pathParameter("id"));
    var state =
        switch (request.jsonObject().getString("state")) {
          case "active" -> Install.State.ACTIVE;
          case "disabled" -> Install.State.DISABLED;
          default -> throw ApiError.invalidParameter("state: must be active or disabled");
        };
    identities.updateInstallState(install.id(), state);
    var changed = find(install.id().value());
    return Response.json(json -> write(json, changed));
  }

  private Install find(String id) {
    if (!InstallId.isValid(id)) {
      throw ApiError.notFound();
    }
    return identities.findInstall(new InstallId(id)).orElseThrow(ApiError::notFound);
  }

  static void write(JsonWriter json, Install install) {
    json.beginObject();
    json.field("id", install.id().value());
    json.field("user_id", install.user().value());
    json.field("application_id", install.application().value());
    json.field("state", install.state().name().toLowerCase(Locale.ROOT));
    json.field("used", install.used());
    json.field("os", install.device().os());
    json.field("os_version", install.device().osVersion());
    json.field("model", install.device().model());
    json.field("form", install.device().form().name().toLowerCase(Locale.ROOT));
    json.field("created_at", install.createdAt(), ZoneOffset.UTC);
    json.endObject();
  }
}
