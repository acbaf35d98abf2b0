package io.sensorium.engine;

/**
 * How far the engine is.
 *
 * @param position no accepted input at or below it waits to be folded
 * @param lag accepted inputs that wait
 * @param pendingKeys users who have inputs that wait, or that are being folded
 * @param parked inputs that failed
 * @param tripsToRenew trips of the past that are still told by another map than today's
 * @param renewedTrips trips that were derived again since the start, because the map had changed
 */
public record EngineStatus(
    long position, long lag, long pendingKeys, long parked, long tripsToRenew, long renewedTrips) {}
