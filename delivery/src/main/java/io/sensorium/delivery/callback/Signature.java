package io.sensorium.delivery.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.core.notification.WebhookSecret;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers by which a receiver knows that a message is ours, by Standard Webhooks 1.0.0. */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** Signed under each of the secrets, so that a receiver may know any of them. */
  static Map<String, String> headers(
      String messageId, Instant at, String body, List<WebhookSecret> secrets) {
    var timestamp = Long.toString(at.getEpochSecond());
    var signed = (messageId + "." + timestamp + "." + body).getBytes(UTF_8);
    var headers = new LinkedHashMap<String, String>();
    headers.put("webhook-id", messageId);
    headers.put("webhook-timestamp", timestamp);
    headers.put(
        "webhook-signature",
        secrets.stream().map(secret -> sign(secret, signed)).collect(Collectors.joining(" ")));
    return headers;
  }

  private static String sign(WebhookSecret secret, byte[] signed) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
