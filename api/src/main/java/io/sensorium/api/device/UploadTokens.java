package io.sensorium.api.device;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.identity.Credential;
import io.sensorium.store.identity.Identities;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * {@code POST|GET|DELETE /device/v1/upload-tokens}: tokens that append to the caller's install, for
 * apps that can only keep a password. They do not run out, and read nothing.
 */
final class UploadTokens {

  /** Active upload tokens of one install at the most. */
  static final int MAX_ACTIVE = 20;

  private final Guard guard;
  private final Identities identities;
  private final Credentials credentials;
  private final Clock clock;

  UploadTokens(Guard guard, Identities identities, Credentials credentials, Clock clock) {
    this.guard = guard;
    this.identities = identities;
    this.credentials = credentials;
    this.clock = clock;
  }

  Response create(Request request) throws IOException {
    var install = guard.phone(request).install().id().value();
    var name = request.jsonObject().findString("name").orElse("upload token");
    var drawn = credentials.draw(Credential.Kind.UPLOAD, install, name, Set.of(), null);
    if (!identities.addCredential(drawn.credential(), MAX_ACTIVE, clock.instant())) {
      throw ApiError.invalidParameter("at most " + MAX_ACTIVE + " upload tokens may be active");
    }
    return Response.json(
        json -> {
          json.beginObject();
          json.field("id", drawn.credential().id());
          json.field("name", name);
          json.field("token", drawn.secret().reveal());
          json.endObject();
        });
  }

  Response list(Request request) {
    var install = guard.phone(request).install().id().value();
    var tokens = identities.listCredentials(Credential.Kind.UPLOAD, install);
    return Response.json(
        json -> {
          json.beginArray();
          for (var token : tokens) {
            json.beginObject();
            json.field("id", token.id());
            json.field("name", token.name());
            json.field("created_at", token.createdAt(), ZoneOffset.UTC);
            json.field("revoked", token.revokedAt() != null);
            json.endObject();
          }
          json.endArray();
        });
  }

  Response revoke(Request request) {
    var install = guard.phone(request).install().id().value();
    var id = request.pathParameter("id");
    if (!identities.revokeCredential(Credential.Kind.UPLOAD, install, id, clock.instant())) {
      throw ApiError.notFound();
    }
    return Response.empty();
  }
}
