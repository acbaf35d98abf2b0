package io.sensorium.store.measurement;

/**
 * What became of a batch.
 *
 * @param firstSeq the sequence number of its first row; rows are numbered in the order of the
 *     sources' ids, and of time within each source, without gaps
 * @param lastSeq the sequence number of its last row
 * @param duplicate whether a batch of that key was stored before; then nothing was stored now, and
 *     the numbers are those of then
 */
public record Appended(long firstSeq, long lastSeq, boolean duplicate) {}
