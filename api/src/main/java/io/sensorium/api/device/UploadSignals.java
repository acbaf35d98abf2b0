package io.sensorium.api.device;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.intake.accept.ReceiptJson;
import io.sensorium.intake.signals.SignalsJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code POST /device/v1/signals}: what is answered with 200 is on disk. */
final class UploadSignals implements Handler {

  private final Guard guard;
  private final Uploads uploads;
  private final SignalsJson codec = new SignalsJson(SignalsJson.Limits.DEFAULT);

  UploadSignals(Guard guard, Uploads uploads) {
    this.guard = guard;
    this.uploads = uploads;
  }

  @Override
  public Response handle(Request request) throws IOException {
    var receipt =
        uploads.take(guard.caller(request), receivedAt -> codec.decode(request.body(), receivedAt));
    return Response.bytes(
        200, Response.JSON, ReceiptJson.write(receipt).getBytes(StandardCharsets.UTF_8));
  }
}
