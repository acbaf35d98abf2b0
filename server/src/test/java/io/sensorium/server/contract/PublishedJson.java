package io.sensorium.server.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.json.JsonMapper;

/** The samples of the published API, to the letter but for white space between their tokens. */
@NullMarked
final class PublishedJson {

  private PublishedJson() {}

  /** A sample without white space, as a server prints it. */
  static String sample(String name) {
    try (var in = PublishedJson.class.getResourceAsStream("/contract/" + name + ".json")) {
      if (in == null) {
        throw new AssertionError("there is no sample " + name);
      }
      return compact(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String encodedTrajectory() {
    return new JsonMapper().readTree(sample("trajectory")).path("encoded").asString();
  }

  /** The same tokens without white space between them; numbers keep their digits. */
  static String compact(String json) {
    var out = new StringBuilder();
    boolean inText = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inText && c == '\\') {
        out.append(c).append(json.charAt(++i));
        continue;
      }
      if (c == '"') {
        inText = !inText;
      }
      if (inText || !Character.isWhitespace(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
