package io.sensorium.api.ingest;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.intake.influx.LineProtocol;
import io.sensorium.intake.influx.Precision;
import io.sensorium.intake.measurements.MeasurementReceipt;
import io.sensorium.intake.measurements.MeasurementSubmission;
import io.sensorium.intake.measurements.RejectedRow;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * {@code POST /write?precision=ns} and {@code POST /api/v2/write?precision=ns}: lines as InfluxDB
 * takes them; 204 when all were taken, else 400 with the good ones kept.
 */
final class WriteLines implements Handler {

  private static final int SHOWN_REASONS = 5;

  private final GatewayLogin login;
  private final Batches batches;
  private final LineProtocol codec;

  WriteLines(GatewayLogin login, Batches batches, LineProtocol codec) {
    this.login = login;
    this.batches = batches;
    this.codec = codec;
  }

  @Override
  public Response handle(Request request) throws IOException {
    var sender = login.login(request, ShownTokens.find(request));
    var precision = precision(request);
    var receipt =
        batches.take(
            sender.id(),
            (gateway, receivedAt) -> {
              var rows = codec.decode(request.bodyBytes(), precision, gateway, receivedAt);
              return new MeasurementSubmission(gateway, null, receivedAt, rows);
            });
    if (!receipt.isComplete()) {
      throw ApiError.invalidParameter(partialWrite(receipt));
    }
    return Response.empty(204);
  }

  private static Precision precision(Request request) {
    var name = request.query().find("precision").filter(it -> !it.isEmpty()).orElse("ns");
    return Precision.find(name)
        .orElseThrow(() -> ApiError.invalidParameter("invalid precision \"" + name + "\""));
  }

  private static String partialWrite(MeasurementReceipt receipt) {
    var reasons =
        receipt.rejected().stream()
            .limit(SHOWN_REASONS)
            .map(RejectedRow::reason)
            .collect(Collectors.joining("\n"));
    return "partial write: " + reasons + " dropped=" + receipt.rejectedCount();
  }
}
