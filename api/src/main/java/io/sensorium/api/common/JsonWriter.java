package io.sensorium.api.common;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes one JSON document in UTF-8, piece by piece.
 *
 * <p>A {@code field} is a name with its value; an absent value is null with the name kept.
 */
public final class JsonWriter {

  private final JsonGenerator generator;

  private JsonWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  public static byte[] write(Consumer<JsonWriter> content) {
    var bytes = new ByteArrayOutputStream(512);
    write(bytes, content);
    return bytes.toByteArray();
  }

  /** Writes to a stream and closes it. */
  public static void write(OutputStream out, Consumer<JsonWriter> content) {
    try (var generator = Json.generator(out)) {
      content.accept(new JsonWriter(generator));
    }
  }

  public JsonWriter beginObject() {
    generator.writeStartObject();
    return this;
  }

  public JsonWriter endObject() {
    generator.writeEndObject();
    return this;
  }

  public JsonWriter beginArray() {
    generator.writeStartArray();
    return this;
  }

  public JsonWriter endArray() {
    generator.writeEndArray();
    return this;
  }

  public JsonWriter name(String name) {
    generator.writeName(name);
    return this;
  }

  public JsonWriter value(@Nullable String value) {
    if (value == null) {
      return nullValue();
    }
    generator.writeString(value);
    return this;
  }

  public JsonWriter value(long value) {
    generator.writeNumber(value);
    return this;
  }

  public JsonWriter value(boolean value) {
    generator.writeBoolean(value);
    return this;
  }

  /** In the shortest form with at most {@code maxDecimals} decimals. */
  public JsonWriter value(double value, int maxDecimals) {
    generator.writeNumber(Numbers.shortest(value, maxDecimals));
    return this;
  }

  /** With all its digits, in the shortest form that reads back as the same number. */
  public JsonWriter exact(double value) {
    generator.writeNumber(Numbers.exact(value));
    return this;
  }

  /** A value that is JSON already. */
  public JsonWriter raw(String json) {
    generator.writeRawValue(json);
    return this;
  }

  /** With exactly 3 digits and a numeric offset; {@link Timestamps} has the other forms. */
  public JsonWriter value(Instant instant, ZoneOffset offset) {
    return value(Timestamps.millis(instant, offset));
  }

  public JsonWriter nullValue() {
    generator.writeNull();
    return this;
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

  public JsonWriter field(String name, Instant instant, ZoneOffset offset) {
    return name(name).value(instant, offset);
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
