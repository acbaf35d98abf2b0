package io.sensorium.api.device;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.intake.owntracks.OwnTracksJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code POST /device/owntracks}: Basic with any user name; the password is an upload token. */
final class UploadOwnTracks implements Handler {

  private final Guard guard;
  private final Uploads uploads;
  private final OwnTracksJson codec = new OwnTracksJson();

  UploadOwnTracks(Guard guard, Uploads uploads) {
    this.guard = guard;
    this.uploads = uploads;
  }

  @Override
  public Response handle(Request request) throws IOException {
    var caller = guard.caller(request, request.basicPassword());
    uploads.take(caller, receivedAt -> codec.decode(request.body(), receivedAt));
    return Response.bytes(
        200, Response.JSON, OwnTracksJson.ANSWER.getBytes(StandardCharsets.US_ASCII));
  }
}
