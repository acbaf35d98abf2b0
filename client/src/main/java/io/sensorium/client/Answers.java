package io.sensorium.client;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the JSON of the interface; what a newer server adds is passed over. */
final class Answers {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(it -> it.withValueInclusion(Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Answers() {}

  static <T> T read(String text, TypeReference<T> type) {
    return JSON.readValue(text, type);
  }

  static String write(Object value) {
    return JSON.writeValueAsString(value);
  }

  /** A member of an error, or nothing where an answer has another form. */
  static String member(String text, String name) {
    try {
      return JSON.readTree(text).path(name).asString("");
    } catch (JacksonException e) {
      return "";
    }
  }
}
