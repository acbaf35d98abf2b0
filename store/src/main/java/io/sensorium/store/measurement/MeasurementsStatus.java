package io.sensorium.store.measurement;

/**
 * What the measurements take.
 *
 * @param waitingRows rows that are on disk in the log, but not in blocks yet
 * @param waitingBytes memory that they take, estimated
 * @param blocks sealed blocks
 * @param blockBytes bytes of the sealed blocks
 */
public record MeasurementsStatus(
    long lastSeq, long waitingRows, long waitingBytes, long blocks, long blockBytes) {}
