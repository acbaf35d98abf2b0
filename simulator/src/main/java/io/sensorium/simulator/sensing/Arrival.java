package io.sensorium.simulator.sensing;

/**
 * A reading as a gateway hands it to the server.
 *
 * @param timeMicros when the gateway sends it
 */
public record Arrival(long timeMicros, GatewayPlan gateway, Reading reading) {}
