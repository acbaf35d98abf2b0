package io.sensorium.intake.mqtt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.intake.json.JsonOutput;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A command in an envelope that only the server and the gateway can make: {@code {"message": "...",
 * "signature": "..."}}. The signature is HMAC-SHA256 of the message, in hexadecimal digits; its key
 * is the SHA-256 of the gateway's token, in lower-case hexadecimal digits.
 */
final class SignedCommand {

  private static final String ALGORITHM = "HmacSHA256";

  private SignedCommand() {}

  static String of(String message, String tokenSha256) {
    return JsonOutput.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("message", message);
          json.writeStringProperty("signature", signature(message, tokenSha256));
          json.writeEndObject();
        });
  }

  static String signature(String message, String tokenSha256) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(tokenSha256.getBytes(US_ASCII), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(message.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
