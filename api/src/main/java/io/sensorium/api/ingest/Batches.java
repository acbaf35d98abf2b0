package io.sensorium.api.ingest;

import io.sensorium.api.common.ApiError;
import io.sensorium.core.id.GatewayId;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.OverloadedException;
import io.sensorium.intake.measurements.AcceptMeasurements;
import io.sensorium.intake.measurements.MeasurementReceipt;
import io.sensorium.intake.measurements.MeasurementSubmission;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/** What all ways in by HTTP share: room is asked for first, and each failure has its answer. */
final class Batches {

  /** Reads a body. */
  interface Decoder {
    MeasurementSubmission decode(GatewayId gateway, Instant receivedAt) throws IOException;
  }

  private final AcceptMeasurements accept;
  private final Clock clock;

  Batches(AcceptMeasurements accept, Clock clock) {
    this.accept = accept;
    this.clock = clock;
  }

  /** Takes a batch in; the receipt says what was taken. */
  MeasurementReceipt take(GatewayId gateway, Decoder decoder) throws IOException {
    try {
      accept.requireRoom();
      return accept.accept(decoder.decode(gateway, clock.instant()));
    } catch (MalformedInputException e) {
      throw ApiError.invalidParameter(String.valueOf(e.getMessage()));
    } catch (InputTooLargeException e) {
      throw new ApiError(413, "PAYLOAD_TOO_LARGE", String.valueOf(e.getMessage()));
    } catch (OverloadedException e) {
      throw ApiError.unavailable(String.valueOf(e.getMessage()), e.retryAfter());
    }
  }
}
