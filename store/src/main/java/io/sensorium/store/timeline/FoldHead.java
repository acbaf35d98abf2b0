package io.sensorium.store.timeline;

import io.sensorium.core.bytes.Blob;

/**
 * Where a user's fold stands.
 *
 * @param state the state after the newest fix
 * @param lastTimeMicros the time of the newest fix
 * @param tickMicros the last tick that the open events were seen at
 * @param reviewAtMicros the earliest tick at which they may look different without new fixes;
 *     {@link Long#MAX_VALUE} when never
 * @param revision counts the changes of the user's timeline
 */
public record FoldHead(
    Blob state, long lastTimeMicros, long tickMicros, long reviewAtMicros, long revision) {}
