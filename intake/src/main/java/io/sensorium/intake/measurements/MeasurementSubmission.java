package io.sensorium.intake.measurements;

import io.sensorium.core.id.GatewayId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decoded rows and who sent them.
 *
 * @param batchKey names the batch within its gateway; null when the sender gave no name
 */
public record MeasurementSubmission(
    GatewayId gateway, @Nullable String batchKey, Instant receivedAt, MeasurementRows rows) {}
