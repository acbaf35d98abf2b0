package io.sensorium.core.identity;

import io.sensorium.core.id.AccountId;
import io.sensorium.core.id.ApplicationId;
import java.time.Instant;

/**
 * An app that phones and API keys belong to. Each belongs to one account.
 *
 * @param deactivated whether its phones and keys are refused
 * @param userLinking whether its installs may be linked to external ids
 */
public record Application(
    ApplicationId id,
    AccountId account,
    String name,
    Instant createdAt,
    boolean deactivated,
    boolean userLinking) {

  /** A new application, in use and with linking. */
  public Application(ApplicationId id, AccountId account, String name, Instant createdAt) {
    this(id, account, name, createdAt, false, true);
  }
}
