package io.sensorium.intake.json;

import io.sensorium.intake.text.Decimals;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A small JSON document as a tree, for messages whose form is not ours; large ones of our own are
 * read as a stream. What is not there is {@link Absent}, as is null.
 */
public sealed interface JsonNode {

  /** A string. */
  record Text(String value) implements JsonNode {}

  /**
   * A number.
   *
   * @param value infinite when it is too large
   */
  record Numeric(double value) implements JsonNode {}

  /** True or false. */
  record Flag(boolean value) implements JsonNode {}

  /** Null, or nothing. */
  record Absent() implements JsonNode {}

  /** An array. */
  record Items(List<JsonNode> values) implements JsonNode {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** An object, its members in the order in which they came. */
  record Members(Map<String, JsonNode> values) implements JsonNode {
    public Members {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /**
   * Reads a whole document.
   *
   * @throws io.sensorium.intake.MalformedInputException when it is not JSON
   */
  static JsonNode parse(byte[] document) {
    return JsonInput.read(
        new ByteArrayInputStream(document),
        json -> {
          var root = read(json, json.nextToken());
          if (json.nextToken() != null) {
            throw JsonInput.wrongForm(json, "nothing may follow the document");
          }
          return root;
        });
  }

  private static JsonNode read(JsonParser json, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> readMembers(json);
      case START_ARRAY -> readItems(json);
      case VALUE_STRING -> new Text(json.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeric(Decimals.parse(json.getString()));
      case VALUE_TRUE -> new Flag(true);
      case VALUE_FALSE -> new Flag(false);
      case VALUE_NULL -> new Absent();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw JsonInput.wrongForm(json, "not a value");
      case null -> throw JsonInput.wrongForm(json, "there is no document");
    };
  }

  private static JsonNode readMembers(JsonParser json) {
    var members = new LinkedHashMap<String, JsonNode>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      members.put(name, read(json, json.nextToken()));
    }
    return new Members(members);
  }

  private static JsonNode readItems(JsonParser json) {
    var items = new ArrayList<JsonNode>();
    for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
      items.add(read(json, token));
    }
    return new Items(items);
  }

  /** The member of that name. */
  default JsonNode get(String name) {
    return members().getOrDefault(name, new Absent());
  }

  /** The members of an object; none of anything else. */
  default Map<String, JsonNode> members() {
    return this instanceof Members(var values) ? values : Map.of();
  }

  /** The items of an array; none of anything else. */
  default List<JsonNode> items() {
    return this instanceof Items(var values) ? values : List.of();
  }

  /** A string that is not blank. */
  default Optional<String> text() {
    return this instanceof Text(var value) && !value.isBlank()
        ? Optional.of(value)
        : Optional.empty();
  }

  /** A number; NaN for anything else. */
  default double number() {
    return this instanceof Numeric(double value) ? value : Double.NaN;
  }

  /** A number, or a flag as 1 and 0; NaN for anything else. */
  default double numberOrFlag() {
    return this instanceof Flag(boolean value) ? (value ? 1 : 0) : number();
  }

  /** The document in compact form. */
  default String toJson() {
    return JsonOutput.write(json -> write(json, this));
  }

  private static void write(JsonGenerator json, JsonNode node) {
    switch (node) {
      case Text(var value) -> json.writeString(value);
      case Numeric(double value) -> writeNumber(json, value);
      case Flag(boolean value) -> json.writeBoolean(value);
      case Absent _ -> json.writeNull();
      case Items(var values) -> {
        json.writeStartArray();
        values.forEach(value -> write(json, value));
        json.writeEndArray();
      }
      case Members(var values) -> {
        json.writeStartObject();
        values.forEach(
            (name, value) -> {
              json.writeName(name);
              write(json, value);
            });
        json.writeEndObject();
      }
    }
  }

  private static void writeNumber(JsonGenerator json, double value) {
    if (value == (long) value) {
      json.writeNumber((long) value);
    } else if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }
}
