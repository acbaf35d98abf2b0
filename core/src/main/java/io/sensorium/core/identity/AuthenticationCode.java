package io.sensorium.core.identity;

import io.sensorium.core.id.ApplicationId;
import java.time.Duration;
import java.time.Instant;

/**
 * A code that makes one phone the person of an external id, without the code: only its SHA-256 is
 * known.
 *
 * @param codeSha256 64 hexadecimal digits
 * @param externalId the application's own name of the person
 * @param expiresAt from then on it holds no more
 */
public record AuthenticationCode(
    String codeSha256, ApplicationId application, String externalId, Instant expiresAt) {

  /** So long a code holds. */
  public static final Duration VALIDITY = Duration.ofMinutes(15);

  /** Characters of a code: lower-case hexadecimal digits. */
  public static final int LENGTH = 128;

  /** Unused codes for one external id at the most. */
  public static final int MAX_ACTIVE = 20;

  /** Characters of an external id at the most. */
  public static final int MAX_EXTERNAL_ID_LENGTH = 256;

  public AuthenticationCode {
    if (externalId.isEmpty() || externalId.length() > MAX_EXTERNAL_ID_LENGTH) {
      throw new IllegalArgumentException("externalId must have 1 to 256 characters");
    }
  }
}
