package io.sensorium.api.sensors;

import io.sensorium.api.common.Request;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What {@code Authorization: Basic} says; RFC 7617, in UTF-8. */
record BasicCredentials(String email, String password) {

  private static final int MAX_LENGTH = 2_000;

  /** Empty when there are none that can be read. */
  static Optional<BasicCredentials> of(Request request) {
    return request
        .credential("basic")
        .filter(encoded -> encoded.length() <= MAX_LENGTH)
        .flatMap(BasicCredentials::decode);
  }

  private static Optional<BasicCredentials> decode(String encoded) {
    try {
      var bytes = Base64.getDecoder().decode(encoded);
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int colon = text.indexOf(':');
      if (colon < 1 || text.chars().anyMatch(Character::isISOControl)) {
        return Optional.empty();
      }
      return Optional.of(
          new BasicCredentials(text.substring(0, colon).strip(), text.substring(colon + 1)));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "BasicCredentials[***]";
  }
}
