package io.sensorium.api.common;

import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Where JSON readers come from, with the limits that all requests have. */
public final class Json {

  /** How deep arrays and objects may be nested. */
  public static final int MAX_DEPTH = 64;

  /** The longest string, in characters. */
  public static final int MAX_STRING_LENGTH = 1_000_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING_LENGTH)
                  .maxNameLength(1_000)
                  .maxNumberLength(100)
                  .build())
          .build();

  private Json() {}

  /** Reads token by token; beyond the limits it throws a JacksonException. */
  public static JsonParser parser(InputStream in) {
    return FACTORY.createParser(ObjectReadContext.empty(), in);
  }

  static JsonParser parser(byte[] bytes) {
    return FACTORY.createParser(ObjectReadContext.empty(), bytes);
  }
}
