package io.sensorium.api.common;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which bodies a route takes.
 *
 * @param mediaTypes in lower case; empty means any. A request without Content-Type always passes
 * @param maxPackedBytes of the body as sent
 * @param maxUnpackedBytes of the body as read by the handler
 * @param passedEncodings content encodings that the handler unpacks itself, in lower case
 */
public record BodyRule(
    Set<String> mediaTypes,
    long maxPackedBytes,
    long maxUnpackedBytes,
    Set<String> passedEncodings) {

  private static final long MIB = 1 << 20;

  /** JSON of at most 16 MiB. */
  public static final BodyRule JSON = json(16 * MIB);

  public BodyRule {
    mediaTypes = Set.copyOf(mediaTypes);
    passedEncodings = Set.copyOf(passedEncodings);
    if (maxPackedBytes < 0 || maxUnpackedBytes < 0) {
      throw new IllegalArgumentException("limits must not be negative");
    }
  }

  /** Any media type of at most {@code maxBytes}, packed or not. */
  public static BodyRule any(long maxBytes) {
    return new BodyRule(Set.of(), maxBytes, maxBytes, Set.of());
  }

  /** JSON of at most {@code maxBytes}, packed or not. */
  public static BodyRule json(long maxBytes) {
    return of(Set.of(Response.JSON), maxBytes);
  }

  /** Some media types of at most {@code maxBytes}, packed or not. */
  public static BodyRule of(Set<String> mediaTypes, long maxBytes) {
    return new BodyRule(mediaTypes, maxBytes, maxBytes, Set.of());
  }

  /**
   * The same rule for bodies that the handler unpacks when they are packed with {@code encoding}.
   */
  public BodyRule passing(String encoding) {
    return new BodyRule(mediaTypes, maxPackedBytes, maxUnpackedBytes, Set.of(encoding));
  }

  boolean accepts(Optional<String> contentType) {
    return mediaTypes.isEmpty()
        || contentType.isEmpty()
        || mediaTypes.contains(mediaType(contentType.get()));
  }

  private static String mediaType(String contentType) {
    int semicolon = contentType.indexOf(';');
    var type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
