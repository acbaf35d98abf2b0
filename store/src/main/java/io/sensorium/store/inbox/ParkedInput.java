package io.sensorium.store.inbox;

import io.sensorium.core.id.UserId;
import java.time.Instant;

/** An input that could not be folded, kept with the reason until somebody replays it. */
public record ParkedInput(
    long id, UserId user, Instant receivedAt, Instant parkedAt, String reason, int itemCount) {}
