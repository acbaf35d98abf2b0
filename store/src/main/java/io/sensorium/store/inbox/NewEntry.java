package io.sensorium.store.inbox;

import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.Signals;
import java.time.Instant;

/**
 * A batch that was decoded and found good, on its way to disk.
 *
 * @param batchKey names the batch within its install: the sender's {@code batch_id}, or a hash of
 *     the content; a batch whose key is known is not taken again
 * @param receipt what the sender was answered, kept to answer a repeated batch the same
 */
public record NewEntry(
    UserId user,
    InstallId install,
    String batchKey,
    Instant receivedAt,
    Signals signals,
    String receipt) {}
