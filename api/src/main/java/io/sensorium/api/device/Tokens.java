package io.sensorium.api.device;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Timestamps;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.identity.Credential;
import java.util.Objects;
import java.util.Set;

/** What an install proves itself with: a user token, and a secret to refresh it. */
record Tokens(Credentials.Drawn token, Credentials.Drawn refresh) {

  static Tokens issue(Credentials credentials, InstallId install) {
    return new Tokens(
        credentials.draw(
            Credential.Kind.USER_TOKEN,
            install.value(),
            "user token",
            Set.of(),
            Credentials.USER_TOKEN_VALIDITY),
        credentials.draw(
            Credential.Kind.REFRESH, install.value(), "refresh secret", Set.of(), null));
  }

  void write(JsonWriter json) {
    var expiresAt = Objects.requireNonNull(token.credential().expiresAt(), "tokens expire");
    json.field("token", token.secret().reveal());
    json.field("expires_at", Timestamps.millisZulu(expiresAt));
    json.field("refresh_secret", refresh.secret().reveal());
  }
}
