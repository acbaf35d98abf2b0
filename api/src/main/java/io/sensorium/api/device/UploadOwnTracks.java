package io.sensorium.api.device;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.intake.owntracks.OwnTracksJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

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
    var caller =
        guard.caller(request, request.credential("basic").flatMap(UploadOwnTracks::password));
    uploads.take(caller, receivedAt -> codec.decode(request.body(), receivedAt));
    return Response.bytes(
        200, Response.JSON, OwnTracksJson.ANSWER.getBytes(StandardCharsets.US_ASCII));
  }

  private static Optional<String> password(String credential) {
    try {
      var pair = new String(Base64.getDecoder().decode(credential), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
