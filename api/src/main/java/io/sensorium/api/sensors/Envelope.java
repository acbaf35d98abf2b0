package io.sensorium.api.sensors;

import io.sensorium.api.common.EntityTags;
import io.sensorium.api.common.JsonBytes;
import io.sensorium.api.common.Response;
import java.time.Duration;
import java.util.Arrays;

/**
 * What is round every answer: {@code {"code":200,"max_age":900,"time":0.093,...}} and the headers
 * that say the same to caches.
 */
final class Envelope {

  private static final byte[] CODE = JsonBytes.piece("{\"code\":");
  private static final byte[] MAX_AGE = JsonBytes.piece(",\"max_age\":");
  private static final byte[] TIME = JsonBytes.piece(",\"time\":");

  private Envelope() {}

  static Response round(Answer answer, String etag, Duration elapsed) {
    return Response.packedBytes(answer.status(), Response.JSON, body(answer, elapsed))
        .with("Cache-Control", cacheControl(answer))
        .with("ETag", etag)
        .with("Vary", "Authorization, Accept-Encoding");
  }

  /** Says that what the client has is what it would get. */
  static Response notModified(Answer answer, String etag) {
    return Response.empty(304)
        .with("Cache-Control", cacheControl(answer))
        .with("ETag", etag)
        .with("Vary", "Authorization, Accept-Encoding");
  }

  /** Weak, over what is said without the time it took and the time it may be kept. */
  static String etag(Answer answer) {
    return EntityTags.weak(answer.object());
  }

  private static String cacheControl(Answer answer) {
    int seconds = answer.maxAgeSeconds();
    return "max-age=" + seconds + ", private" + (seconds == 0 ? ", no-store" : "");
  }

  private static byte[] body(Answer answer, Duration elapsed) {
    var object = answer.object();
    var json = new JsonBytes(object.length + 64);
    json.append(CODE).append((long) answer.status());
    json.append(MAX_AGE).append((long) answer.maxAgeSeconds());
    json.append(TIME).append(elapsed.toSeconds());
    json.append('.').appendDigits(elapsed.toMillisPart(), 3);
    json.append(object.length > 2 ? ',' : '}');
    if (object.length > 2) {
      json.append(Arrays.copyOfRange(object, 1, object.length));
    }
    return json.toBytes();
  }
}
