package io.sensorium.intake.accept;

import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.intake.signals.Decoded;
import java.time.Instant;

/**
 * A decoded batch and who sent it.
 *
 * @param user whose days it tells
 * @param install what sent it; a batch's name holds within its install
 */
public record Submission(UserId user, InstallId install, Instant receivedAt, Decoded batch) {}
