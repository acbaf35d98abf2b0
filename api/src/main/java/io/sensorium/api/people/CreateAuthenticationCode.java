package io.sensorium.api.people;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.api.common.Timestamps;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.identity.AuthenticationCode;
import io.sensorium.core.identity.Secret;
import io.sensorium.store.identity.Links;
import java.io.IOException;
import java.time.Clock;

/** {@code POST /users/auth-code} {@code {"external_id": "..."}}: a code for one phone. */
final class CreateAuthenticationCode implements Handler {

  private final Guard guard;
  private final Links links;
  private final IdSource ids;
  private final Clock clock;

  CreateAuthenticationCode(Guard guard, Links links, IdSource ids, Clock clock) {
    this.guard = guard;
    this.links = links;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) throws IOException {
    var application = guard.linker(request);
    var externalId = ExternalId.of(request.jsonObject());
    var code = ids.hex(AuthenticationCode.LENGTH / 2);
    var now = clock.instant();
    var expiresAt = now.plus(AuthenticationCode.VALIDITY);
    var kept = new AuthenticationCode(Secret.sha256(code), application.id(), externalId, expiresAt);
    if (!links.addCode(kept, now)) {
      throw ApiError.rateLimited(AuthenticationCode.VALIDITY);
    }
    return Response.json(
        json -> {
          json.beginObject();
          json.field("authentication_code", code);
          json.field("expires_at", Timestamps.millisZulu(expiresAt));
          json.endObject();
        });
  }
}
