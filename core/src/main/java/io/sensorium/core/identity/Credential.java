package io.sensorium.core.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A secret that somebody may show, without the secret: only its SHA-256 is known.
 *
 * @param id the part before the dot of {@code <id>.<secret>}
 * @param ownerId the application of an API key, the install of a user, refresh or upload token, the
 *     control user of a control token; {@code server} for an administrator
 * @param secretSha256 64 hexadecimal digits
 * @param scopes what an API key may do; empty for other kinds
 */
public record Credential(
    String id,
    Kind kind,
    String ownerId,
    String name,
    String secretSha256,
    Set<Scope> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {

  /** What a credential opens. The names are stored. */
  public enum Kind {
    ADMIN,
    APPLICATION_SECRET,
    API_KEY,
    USER_TOKEN,
    REFRESH,
    UPLOAD,
    CONTROL
  }

  public Credential {
    scopes = Set.copyOf(scopes);
  }

  /** Neither revoked nor expired. */
  public boolean isActiveAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }
}
