package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.ErrorFormat;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Response;
import java.time.Duration;
import java.util.Locale;

/**
 * Errors of the sensor API: the envelope with {@code
 * "error":{"type":"invalid_parameter","parameter":"type","message":"..."}}.
 */
public final class SensorErrors implements ErrorFormat {

  @Override
  public Response render(ApiError error) {
    return render(error, Duration.ZERO);
  }

  @Override
  public Response render(ApiError error, Duration elapsed) {
    var answer = Answer.of(error.status(), json -> write(json, error));
    return Envelope.round(answer, Envelope.etag(answer), elapsed);
  }

  /** The member {@code error}. */
  static void write(JsonWriter json, ApiError error) {
    json.beginObject("error");
    json.field("type", error.errorCode().toLowerCase(Locale.ROOT));
    json.field("parameter", error.parameter());
    json.field("message", error.message());
    if (error.status() >= 500) {
      json.field("request_id", error.ref().toString());
    }
    json.endObject();
  }
}
