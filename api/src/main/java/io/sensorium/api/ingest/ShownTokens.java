package io.sensorium.api.ingest;

import io.sensorium.api.common.Request;
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
        .or(() -> request.basicPassword())
        .or(() -> request.query().find("p").filter(token -> !token.isEmpty()));
  }

  private static String afterUser(String credential) {
    return credential.substring(credential.indexOf(':') + 1);
  }
}
