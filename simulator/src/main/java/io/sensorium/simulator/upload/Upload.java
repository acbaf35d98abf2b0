package io.sensorium.simulator.upload;

import io.sensorium.core.signals.Signals;

/**
 * One batch on its way to the server.
 *
 * @param batchId the same for each time that the batch is sent
 */
public record Upload(String batchId, Signals signals) {

  public Upload {
    if (batchId.isBlank()) {
      throw new IllegalArgumentException("batchId must not be blank");
    }
  }
}
