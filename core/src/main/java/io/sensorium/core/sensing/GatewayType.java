package io.sensorium.core.sensing;

/** A make of gateway, as the sensor API numbers it. */
public record GatewayType(int id, String name) {

  public static final GatewayType DEFAULT = new GatewayType(10, "B16");
}
