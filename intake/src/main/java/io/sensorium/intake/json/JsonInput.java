package io.sensorium.intake.json;

import io.sensorium.intake.MalformedInputException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/** Opens JSON as a stream of tokens, under the limits that hold for every JSON that comes in. */
public final class JsonInput {

  /** Objects and arrays may lie this deep in each other. */
  public static final int MAX_DEPTH = 64;

  private static final int MAX_TEXT_LENGTH = 1 << 20;
  private static final int MAX_NAME_LENGTH = 1_000;
  private static final int MAX_NUMBER_LENGTH = 1_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT_LENGTH)
                  .maxNameLength(MAX_NAME_LENGTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .build())
          .build();

  private JsonInput() {}

  /** Tells an object's members apart by the place of their name in {@code names}. */
  public static PropertyNameMatcher matcherOf(String... names) {
    List<Named> named = Stream.of(names).map(Named::fromString).toList();
    return FACTORY.constructNameMatcher(named, false);
  }

  /**
   * Reads {@code in} by {@code reading}; does not close it.
   *
   * @throws MalformedInputException when it is not JSON, or beyond a limit
   * @throws UncheckedIOException when {@code in} fails
   */
  public static <T> T read(InputStream in, Function<JsonParser, T> reading) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      return read(json, reading);
    } catch (JacksonIOException failure) {
      throw new UncheckedIOException(failure.getCause());
    }
  }

  private static <T> T read(JsonParser json, Function<JsonParser, T> reading) {
    try {
      return reading.apply(json);
    } catch (JacksonIOException failure) {
      throw failure;
    } catch (JacksonException failure) {
      var known = failure.getLocation();
      throw malformed(failure.getOriginalMessage(), known == null ? json.currentLocation() : known);
    }
  }

  /** The error of a document that is JSON, but not of the form that it should have. */
  public static MalformedInputException wrongForm(JsonParser json, String problem) {
    return malformed(problem, json.currentTokenLocation());
  }

  private static MalformedInputException malformed(String problem, TokenStreamLocation location) {
    return new MalformedInputException(
        problem, Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()));
  }
}
