package io.sensorium.api.ingest;

import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.intake.gateway.MeasurementReceiptJson;
import io.sensorium.intake.gateway.MeasurementsJson;
import io.sensorium.intake.measurements.MeasurementSubmission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code POST /gateway/v1/measurements}: what is answered with 200 is on disk. */
final class UploadMeasurements implements Handler {

  private final GatewayLogin login;
  private final Batches batches;

  UploadMeasurements(GatewayLogin login, Batches batches) {
    this.login = login;
    this.batches = batches;
  }

  @Override
  public Response handle(Request request) throws IOException {
    var sender = login.login(request, request.bearerToken());
    var receipt =
        batches.take(
            sender.id(),
            (gateway, receivedAt) -> {
              var batch = MeasurementsJson.decode(request.body());
              return new MeasurementSubmission(gateway, batch.batchId(), receivedAt, batch.rows());
            });
    var json = MeasurementReceiptJson.write(receipt);
    return Response.bytes(200, Response.JSON, json.getBytes(StandardCharsets.UTF_8));
  }
}
