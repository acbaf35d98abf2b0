package io.sensorium.api.ingest;

import io.sensorium.api.common.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Finds a gateway's token where clients of InfluxDB and Prometheus show it. */
final class ShownTokens {

  private ShownTokens() {}

  /**
   * The token of {@code Bearer <token>}, {@code Token <token>}, {@code Token <user>:<token>}, the
   * password of Basic, or the query parameter {@code p} beside {@code u}.
   */
  static Optional<String> find(Request request) {
    return request
        .bearerToken()
        .or(() -> request.credential("token").map(ShownTokens::afterUser))
        .or(() -> request.credential("basic").flatMap(ShownTokens::password))
        .or(() -> request.query().find("p").filter(token -> !token.isEmpty()));
  }

  private static String afterUser(String credential) {
    return credential.substring(credential.indexOf(':') + 1);
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
