package io.sensorium.api.people;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.api.common.Timestamps;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Secret;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.identity.Links;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;

/**
 * {@code POST /device/v1/installs/{id}/authentication-code}: an install that is there already
 * becomes one of the person of the code's external id.
 */
final class UseAuthenticationCode implements Handler {

  private final Guard guard;
  private final Identities identities;
  private final Links links;
  private final Credentials credentials;
  private final Clock clock;

  UseAuthenticationCode(
      Guard guard, Identities identities, Links links, Credentials credentials, Clock clock) {
    this.guard = guard;
    this.identities = identities;
    this.links = links;
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) throws IOException {
    var install = guard.phone(request).install().id();
    if (!install.value().equals(request.pathParameter("id"))) {
      throw ApiError.forbidden();
    }
    var code = Secret.sha256(request.jsonObject().getString("authentication_code"));
    var decision =
        links
            .linkByCode(code, install, clock.instant())
            .orElseThrow(
                () -> ApiError.forbidden("the authentication code is unknown, used or expired"));
    var person = LinkAnswers.personOf(decision);
    var token =
        credentials.draw(
            Credential.Kind.USER_TOKEN,
            install.value(),
            "user token",
            Set.of(),
            Credentials.USER_TOKEN_VALIDITY);
    identities.addCredential(token.credential(), Integer.MAX_VALUE, clock.instant());
    var expiresAt = Objects.requireNonNull(token.credential().expiresAt(), "tokens expire");
    return Response.json(
        json -> {
          json.beginObject();
          json.field("user_id", person.value());
          json.field("token", token.secret().reveal());
          json.field("expires_at", Timestamps.millisZulu(expiresAt));
          json.endObject();
        });
  }
}
