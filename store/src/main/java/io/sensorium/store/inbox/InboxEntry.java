package io.sensorium.store.inbox;

import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.Signals;
import java.time.Instant;

/** An accepted batch that is not yet folded. */
public record InboxEntry(
    long position, UserId user, InstallId install, Instant receivedAt, Signals signals) {}
