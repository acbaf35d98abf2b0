package io.sensorium.store.timeline;

import io.sensorium.core.bytes.Blob;

/**
 * The state of a user's fold after its last fix at {@code timeMicros}: fixes of one instant are
 * folded together, so that a snapshot never stands between them.
 */
public record Snapshot(long timeMicros, Blob state) {}
