package io.sensorium.core.identity;

import io.sensorium.core.id.AccountId;
import io.sensorium.core.id.ApplicationId;
import java.time.Instant;

/** An app that phones and API keys belong to. Each belongs to one account. */
public record Application(ApplicationId id, AccountId account, String name, Instant createdAt) {}
