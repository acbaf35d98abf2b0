package io.sensorium.api.common;

import io.sensorium.core.text.Unicode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, free of any HTTP library.
 *
 * @param path the raw path, its escapes not decoded
 * @param pathParameters the decoded parts of the path that the route's pattern names
 * @param peer the address of the other end of the connection
 * @param secure whether it came over TLS
 * @param allowance where limits note how many more requests the caller may send
 * @param body already unpacked; reading past the route's limit throws PAYLOAD_TOO_LARGE
 */
public record Request(
    String method,
    String path,
    Map<String, String> pathParameters,
    Query query,
    Headers headers,
    InetAddress peer,
    boolean secure,
    Allowance allowance,
    InputStream body) {

  public Request {
    pathParameters = Map.copyOf(pathParameters);
  }

  /** The decoded part of the path at {@code {name}} of the route's pattern. */
  public String pathParameter(String name) {
    var value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return value;
  }

  /**
   * Whether it comes from this machine itself. A request that a proxy passes on does not, although
   * the proxy may be here.
   */
  public boolean isFromLoopback() {
    return peer.isLoopbackAddress()
        && header("Forwarded").isEmpty()
        && header("X-Forwarded-For").isEmpty()
        && header("X-Forwarded-Proto").isEmpty();
  }

  public Optional<String> header(String name) {
    return headers.find(name);
  }

  /** Whether the answer may be packed with gzip. */
  public boolean acceptsGzip() {
    return Packing.isAccepted(headers);
  }

  /** The token of {@code Authorization: Bearer <token>}. */
  public Optional<String> bearerToken() {
    return credential("bearer");
  }

  /** What follows {@code scheme}, given in lower case, in the Authorization header. */
  public Optional<String> credential(String scheme) {
    return header("Authorization")
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(scheme + " "))
        .map(value -> value.substring(scheme.length() + 1).strip())
        .filter(value -> !value.isEmpty());
  }

  /** The password of {@code Authorization: Basic}; empty when there is none that can be read. */
  public Optional<String> basicPassword() {
    return credential("basic").flatMap(Request::passwordOf);
  }

  private static Optional<String> passwordOf(String credential) {
    try {
      var pair = new String(Base64.getDecoder().decode(credential), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 || !Unicode.isStorable(pair)
          ? Optional.empty()
          : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The whole body. */
  public byte[] bodyBytes() throws IOException {
    return body.readAllBytes();
  }

  /**
   * The body as a JSON object, for small bodies; large ones are read from the stream.
   *
   * @throws ApiError INVALID_PARAMETER when it is not one
   */
  public JsonObject jsonObject() throws IOException {
    return JsonObject.parse(bodyBytes());
  }
}
