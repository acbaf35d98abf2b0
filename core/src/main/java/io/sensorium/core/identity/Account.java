package io.sensorium.core.identity;

import io.sensorium.core.id.AccountId;
import java.time.Instant;

/** An organisation that owns applications and has control users. */
public record Account(AccountId id, String displayName, Instant createdAt) {}
