package io.sensorium.store.inbox;

/**
 * How full the inbox is.
 *
 * @param position the highest position given so far
 * @param folded no entry at or below this position waits any more
 */
public record InboxStatus(
    long position, long folded, long entries, long bytes, long pendingUsers, long parked) {}
