package io.sensorium.simulator.sensing;

import java.util.List;

/**
 * What a gateway sends in one request.
 *
 * @param sentMicros when it does
 * @param readings in the order in which it has them
 */
public record GatewayUpload(GatewayPlan gateway, long sentMicros, List<Reading> readings) {

  public GatewayUpload {
    readings = List.copyOf(readings);
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("an upload without readings");
    }
  }
}
