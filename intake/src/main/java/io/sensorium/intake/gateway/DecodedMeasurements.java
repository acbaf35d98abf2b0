package io.sensorium.intake.gateway;

import io.sensorium.intake.measurements.MeasurementRows;
import org.jspecify.annotations.Nullable;

/**
 * A batch of rows as a gateway wrote it.
 *
 * @param batchId the gateway's name for the batch; a repeated one is the same batch
 * @param token shows who sent it, where the way that it came does not
 */
public record DecodedMeasurements(
    @Nullable String batchId, @Nullable String token, MeasurementRows rows) {

  @Override
  public String toString() { // without the token
    return "DecodedMeasurements[batchId=" + batchId + ", " + rows.size() + " rows]";
  }
}
