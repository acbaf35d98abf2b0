package io.sensorium.simulator.sensing;

/** A gateway that sends what the sensors around it measure. */
public record GatewayPlan(String serial, String title) {}
