package io.sensorium.api.sensors;

import io.sensorium.api.common.JsonBytes;
import io.sensorium.api.common.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

/**
 * What is round every answer: {@code {"code":200,"max_age":900,"time":0.093,...}} and the headers
 * that say the same to caches.
 */
final class Envelope {

  private static final byte[] CODE = JsonBytes.piece("{\"code\":");
  private static final byte[] MAX_AGE = JsonBytes.piece(",\"max_age\":");
  private static final byte[] TIME = JsonBytes.piece(",\"time\":");
  private static final int ETAG_BYTES = 12;

  private Envelope() {}

  static Response round(Answer answer, Duration elapsed) {
    return Response.packedBytes(answer.status(), Response.JSON, body(answer, elapsed))
        .with("Cache-Control", cacheControl(answer))
        .with("ETag", etag(answer))
        .with("Vary", "Authorization, Accept-Encoding");
  }

  /** Says that what the client has is what it would get. */
  static Response notModified(Answer answer) {
    return Response.empty(304)
        .with("Cache-Control", cacheControl(answer))
        .with("ETag", etag(answer))
        .with("Vary", "Authorization, Accept-Encoding");
  }

  /** Weak, over what is said without the time it took and the time it may be kept. */
  static String etag(Answer answer) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(answer.object());
      var start = Arrays.copyOf(digest, ETAG_BYTES);
      return "W/\"" + Base64.getUrlEncoder().encodeToString(start) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
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
