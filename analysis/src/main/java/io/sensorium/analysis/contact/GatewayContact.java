package io.sensorium.analysis.contact;

import java.util.List;

/**
 * When the sensors of a gateway were heard of.
 *
 * @param silent whether the whole gateway is known to be silent
 * @param returnedMicros when it was heard again after its last silence; long ago when never
 */
public record GatewayContact(List<SensorContact> sensors, boolean silent, long returnedMicros) {

  public GatewayContact {
    sensors = List.copyOf(sensors);
  }
}
