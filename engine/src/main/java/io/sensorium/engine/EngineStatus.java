package io.sensorium.engine;

/**
 * How far the engine is.
 *
 * @param position no accepted input at or below it waits to be folded
 * @param lag accepted inputs that wait
 * @param pendingKeys users who have inputs that wait, or that are being folded
 * @param parked inputs that failed
 */
public record EngineStatus(long position, long lag, long pendingKeys, long parked) {}
