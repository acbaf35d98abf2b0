package io.sensorium.api.common;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document in UTF-8, piece by piece.
 *
 * <p>A {@code field} is a name with its value; an absent value is null with the name kept.
 */
public final class JsonWriter {

  private final JsonBuffer buffer;
  private boolean isFirst = true;
  private boolean isNamed;
  private int depth;

  private JsonWriter(JsonBuffer buffer) {
    this.buffer = buffer;
  }

  public static byte[] write(Consumer<JsonWriter> content) {
    var buffer = JsonBuffer.ofMemory();
    write(buffer, content);
    return buffer.finish();
  }

  /**
   * Writes to a stream and closes it.
   *
   * @throws UncheckedIOException when the stream fails
   */
  public static void write(OutputStream out, Consumer<JsonWriter> content) {
    try (out) {
      var buffer = JsonBuffer.before(out);
      write(buffer, content);
      buffer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(JsonBuffer buffer, Consumer<JsonWriter> content) {
    var json = new JsonWriter(buffer);
    content.accept(json);
    if (json.depth != 0 || json.isNamed) {
      throw new IllegalStateException("the document has no end");
    }
  }

  public JsonWriter beginObject() {
    return begin('{');
  }

  public JsonWriter endObject() {
    return end('}');
  }

  public JsonWriter beginArray() {
    return begin('[');
  }

  public JsonWriter endArray() {
    return end(']');
  }

  /** The name of a field, one of the program's own: it is kept. */
  public JsonWriter name(String name) {
    separate();
    buffer.appendName(name);
    isNamed = true;
    return this;
  }

  /** The name of a field as data have it: nothing of it is kept. */
  public JsonWriter nameOfData(String name) {
    separate();
    buffer.appendQuoted(name);
    buffer.append(':');
    isNamed = true;
    return this;
  }

  public JsonWriter value(@Nullable String value) {
    if (value == null) {
      return nullValue();
    }
    separate();
    buffer.appendQuoted(value);
    return this;
  }

  public JsonWriter value(long value) {
    separate();
    buffer.append(value);
    return this;
  }

  public JsonWriter value(boolean value) {
    return ascii(value ? "true" : "false");
  }

  /** In the shortest form with at most {@code maxDecimals} decimals. */
  public JsonWriter value(double value, int maxDecimals) {
    separate();
    buffer.append(value, maxDecimals);
    return this;
  }

  /** With all its digits, in the shortest form that reads back as the same number. */
  public JsonWriter exact(double value) {
    return ascii(Numbers.exact(value));
  }

  /** A value that is JSON already. */
  public JsonWriter raw(String json) {
    separate();
    buffer.appendText(json);
    return this;
  }

  /** With exactly 3 digits and a numeric offset; {@link Timestamps} has the other forms. */
  public JsonWriter value(Instant instant, ZoneOffset offset) {
    separate();
    buffer.append(instant, offset);
    return this;
  }

  public JsonWriter nullValue() {
    return ascii("null");
  }

  private JsonWriter ascii(String text) {
    separate();
    buffer.appendAscii(text);
    return this;
  }

  private JsonWriter begin(char bracket) {
    separate();
    buffer.append(bracket);
    isFirst = true;
    depth++;
    return this;
  }

  private JsonWriter end(char bracket) {
    if (isNamed || --depth < 0) {
      throw new IllegalStateException("nothing ends here");
    }
    buffer.append(bracket);
    isFirst = false;
    return this;
  }

  /** Puts a comma where something stands before, other than the name of what comes. */
  private void separate() {
    if (isNamed) {
      isNamed = false;
    } else if (isFirst) {
      isFirst = false;
    } else {
      buffer.append(',');
    }
  }

  /** One element of an array or one field's value for each item. */
  public <T> JsonWriter array(Iterable<T> items, Consumer<T> writeItem) {
    beginArray();
    items.forEach(writeItem);
    return endArray();
  }

  public JsonWriter field(String name, @Nullable String value) {
    return name(name).value(value);
  }

  public JsonWriter field(String name, long value) {
    return name(name).value(value);
  }

  public JsonWriter field(String name, boolean value) {
    return name(name).value(value);
  }

  public JsonWriter field(String name, double value, int maxDecimals) {
    return name(name).value(value, maxDecimals);
  }

  public JsonWriter field(String name, @Nullable Double value, int maxDecimals) {
    return value == null ? nullField(name) : name(name).value(value.doubleValue(), maxDecimals);
  }

  public JsonWriter field(String name, @Nullable Instant instant, ZoneOffset offset) {
    return instant == null ? nullField(name) : name(name).value(instant, offset);
  }

  public JsonWriter nullField(String name) {
    return name(name).nullValue();
  }

  public JsonWriter beginObject(String name) {
    return name(name).beginObject();
  }

  public JsonWriter beginArray(String name) {
    return name(name).beginArray();
  }
}
