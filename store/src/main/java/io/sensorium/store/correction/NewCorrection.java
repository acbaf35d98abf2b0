package io.sensorium.store.correction;

import io.sensorium.core.correction.Claim;
import io.sensorium.core.id.CorrectionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction on its way to disk.
 *
 * @param end the end of the event, or null while it goes on: then it is the last known instant
 */
public record NewCorrection(
    CorrectionId id, Instant givenAt, Instant start, @Nullable Instant end, Claim claim) {}
