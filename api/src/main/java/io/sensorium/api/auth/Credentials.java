package io.sensorium.api.auth;

import io.sensorium.core.id.IdSource;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Scope;
import io.sensorium.core.identity.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws credentials: the secret is shown once, its hash is kept. */
public final class Credentials {

  /** How long a user token holds. */
  public static final Duration USER_TOKEN_VALIDITY = Duration.ofDays(7);

  /** How long an API key holds where nothing else is asked. */
  public static final Duration API_KEY_VALIDITY = Duration.ofDays(365);

  private final IdSource ids;
  private final Clock clock;

  public Credentials(IdSource ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** A credential, and the secret that only its owner will know. */
  public record Drawn(Credential credential, Secret secret) {}

  /**
   * Draws a credential with 192 random bits.
   *
   * @param validity how long it holds; null means until it is revoked
   */
  public Drawn draw(
      Credential.Kind kind,
      String ownerId,
      String name,
      Set<Scope> scopes,
      @Nullable Duration validity) {
    var secret = new Secret(ids.hex(12), ids.hex(24));
    var now = clock.instant();
    return new Drawn(
        new Credential(
            secret.id(),
            kind,
            ownerId,
            name,
            secret.sha256(),
            scopes,
            now,
            validity == null ? null : now.plus(validity),
            null),
        secret);
  }
}
