package io.sensorium.api.common;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One answer. Without a {@code Cache-Control} of its own it gets {@code no-store}.
 *
 * @param headers by name; {@code Content-Type} is here, lengths and encodings are the server's
 */
public record Response(int status, Map<String, String> headers, Body body) {

  public static final String JSON = "application/json";

  /** What follows the headers. */
  public sealed interface Body {}

  /** No body. */
  public record None() implements Body {}

  /** A body that is at hand; packed when the client accepts it and it is worth it. */
  public static final class Bytes implements Body {

    private final byte[] bytes;
    private final int minPackedLength;

    private Bytes(byte[] bytes, int minPackedLength) {
      this.bytes = bytes;
      this.minPackedLength = minPackedLength;
    }

    byte[] bytes() {
      return bytes;
    }

    /** Whether packing is worth it. */
    boolean isWorthPacking() {
      return bytes.length >= minPackedLength;
    }
  }

  /** A body written piece by piece; a flush sends what was written. */
  public record Streamed(Writer writer) implements Body {}

  /** Writes a body to the client; {@link IOException} means that the client is gone. */
  @FunctionalInterface
  public interface Writer {
    void write(OutputStream out) throws IOException;
  }

  public Response {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("not the status of an answer: " + status);
    }
    headers = Map.copyOf(headers);
  }

  /** Status 200 and no body. */
  public static Response empty() {
    return empty(200);
  }

  public static Response empty(int status) {
    return new Response(status, Map.of(), new None());
  }

  public static Response json(Consumer<JsonWriter> content) {
    return json(200, content);
  }

  public static Response json(int status, Consumer<JsonWriter> content) {
    return bytes(status, JSON, JsonWriter.write(content));
  }

  public static Response bytes(int status, String contentType, byte[] bytes) {
    return bytes(status, contentType, bytes, Packing.MIN_BYTES);
  }

  /** The same, but packed for whoever accepts it however small it is. */
  public static Response packedBytes(int status, String contentType, byte[] bytes) {
    return bytes(status, contentType, bytes, 1);
  }

  private static Response bytes(int status, String contentType, byte[] bytes, int minPackedLength) {
    return new Response(
        status, Map.of("Content-Type", contentType), new Bytes(bytes, minPackedLength));
  }

  public static Response stream(String contentType, Writer writer) {
    return new Response(200, Map.of("Content-Type", contentType), new Streamed(writer));
  }

  /** Server-sent events; the writer's thread is interrupted when the server stops. */
  public static Response eventStream(Writer writer) {
    return stream("text/event-stream", writer);
  }

  public Response with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, more, body);
  }

  /** The same answer, with one more request header that it depends on. */
  public Response varyingBy(String requestHeader) {
    var others = headers.get("Vary");
    return with("Vary", others == null ? requestHeader : others + ", " + requestHeader);
  }

  /** Whether whoever accepts it gets the body packed. */
  boolean mayBePacked() {
    boolean worthIt =
        switch (body) {
          case None _ -> false;
          case Bytes bytes -> bytes.isWorthPacking();
          case Streamed _ -> true;
        };
    return worthIt
        && Packing.isWorthIt(header("Content-Type"))
        && header("Content-Encoding") == null;
  }

  /** Says that who asks has it already: the same headers, but for those of the body. */
  Response notModified() {
    var whole = mayBePacked() ? varyingBy("Accept-Encoding") : this;
    var others = new LinkedHashMap<>(whole.headers);
    others.remove("Content-Type");
    return new Response(304, others, new None());
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }
}
