package io.sensorium.store.inbox;

/**
 * What became of a batch.
 *
 * @param position the entry's place in the order of arrival; 0 when nothing was stored
 * @param duplicate whether the batch was known already
 * @param receipt the receipt of the batch when it first came
 */
public record Appended(long position, boolean duplicate, String receipt) {}
