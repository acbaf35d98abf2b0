package io.sensorium.api.ingest;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.intake.measurements.MeasurementReceipt;
import io.sensorium.intake.measurements.MeasurementSubmission;
import io.sensorium.intake.prometheus.RemoteWrite;
import java.io.IOException;
import java.util.Locale;

/**
 * {@code POST /api/v1/write}: Prometheus remote write, version 1; 204 when all samples were taken,
 * else 400 with the good ones kept.
 */
final class WriteSamples implements Handler {

  private static final String PROTOBUF = "application/x-protobuf";
  private static final String VERSION_1 = "prometheus.WriteRequest";

  private final GatewayLogin login;
  private final Batches batches;
  private final RemoteWrite codec;

  WriteSamples(GatewayLogin login, Batches batches, RemoteWrite codec) {
    this.login = login;
    this.batches = batches;
    this.codec = codec;
  }

  @Override
  public Response handle(Request request) throws IOException {
    var sender = login.login(request, ShownTokens.find(request));
    requireVersion1(request);
    var receipt =
        batches.take(
            sender.id(),
            (gateway, receivedAt) -> {
              var rows = codec.decode(request.bodyBytes(), gateway);
              return new MeasurementSubmission(gateway, null, receivedAt, rows);
            });
    if (!receipt.isComplete()) {
      throw ApiError.invalidParameter(firstProblem(receipt));
    }
    return Response.empty(204);
  }

  /** On 415 a sender of version 2 goes back to version 1. */
  private static void requireVersion1(Request request) {
    var parts = request.header("Content-Type").orElse(PROTOBUF).split(";", -1);
    boolean known = parts[0].strip().toLowerCase(Locale.ROOT).equals(PROTOBUF);
    for (int at = 1; at < parts.length; at++) {
      var parameter = parts[at].strip();
      known &= !parameter.startsWith("proto=") || parameter.equals("proto=" + VERSION_1);
    }
    if (!known) {
      throw ApiError.unsupportedMediaType(
          "this address takes " + PROTOBUF + ";proto=" + VERSION_1 + " packed with Snappy");
    }
  }

  private static String firstProblem(MeasurementReceipt receipt) {
    return receipt.rejectedCount()
        + " not stored, the first because: "
        + receipt.rejected().getFirst().reason();
  }
}
