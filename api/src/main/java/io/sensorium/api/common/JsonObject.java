package io.sensorium.api.common;

import io.sensorium.core.text.Unicode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A small JSON object that a client sent. Members that nobody asks for are ignored; null is absent.
 *
 * <p>Every method throws {@link ApiError} INVALID_PARAMETER that names the member when its value is
 * of another type.
 */
public final class JsonObject {

  /** An object without members. */
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  private static final Pattern PARSER_ITSELF = Pattern.compile(" \\(start marker at [^)]*\\).*");

  private final Map<String, @Nullable Object> members;

  private JsonObject(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  public static JsonObject parse(byte[] bytes) {
    try (var parser = Json.parser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw ApiError.invalidParameter("the body is not a JSON object");
      }
      var object = readObject(parser);
      if (parser.nextToken() != null) {
        throw ApiError.invalidParameter("the body goes on after its JSON object");
      }
      return object;
    } catch (JacksonException e) {
      throw ApiError.invalidParameter("the body is not JSON: " + problem(e));
    }
  }

  /** What is wrong and where, without what the parser says of itself. */
  private static String problem(JacksonException e) {
    var said = PARSER_ITSELF.matcher(e.getOriginalMessage()).replaceAll("");
    var where = e.getLocation();
    return where == null
        ? said
        : "%s (line %d, column %d)".formatted(said, where.getLineNr(), where.getColumnNr());
  }

  public Set<String> names() {
    return Set.copyOf(members.keySet());
  }

  public boolean has(String name) {
    return members.get(name) != null;
  }

  public Optional<String> findString(String name) {
    return find(name, String.class, "a string");
  }

  /** A string that must be there and not be empty. */
  public String getString(String name) {
    return findString(name)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> invalid(name, "a non-empty string"));
  }

  public Optional<Boolean> findBoolean(String name) {
    return find(name, Boolean.class, "true or false");
  }

  public OptionalLong findLong(String name) {
    return find(name, Long.class, "a whole number")
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** A number with or without decimals. */
  public Optional<Double> findNumber(String name) {
    return find(name, Number.class, "a number").map(Number::doubleValue);
  }

  /** A value of whatever kind, as JSON. */
  public Optional<String> findJson(String name) {
    return Optional.ofNullable(members.get(name))
        .map(value -> JsonWriter.write(json -> write(json, value)))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static void write(JsonWriter json, @Nullable Object value) {
    switch (value) {
      case null -> json.nullValue();
      case JsonObject object -> {
        json.beginObject();
        object.members.forEach((name, member) -> write(json.nameOfData(name), member));
        json.endObject();
      }
      case List<?> items -> {
        json.beginArray();
        items.forEach(item -> write(json, item));
        json.endArray();
      }
      case Long number -> json.value(number);
      case Double number -> json.exact(number);
      case Boolean flag -> json.value(flag);
      default -> json.value(value.toString());
    }
  }

  public Optional<JsonObject> findObject(String name) {
    return find(name, JsonObject.class, "an object");
  }

  /** A string, a number or a truth value, as text. */
  public Optional<String> findText(String name) {
    var value = members.get(name);
    if (value instanceof JsonObject || value instanceof List) {
      throw invalid(name, "a single value");
    }
    return Optional.ofNullable(value).map(Object::toString);
  }

  public boolean hasArray(String name) {
    return members.get(name) instanceof List;
  }

  /** The strings, numbers and truth values of an array, as text; empty when it is absent. */
  public List<String> listTexts(String name) {
    var texts = new ArrayList<String>();
    for (var item : find(name, List.class, "an array").orElse(List.of())) {
      if (item == null || item instanceof JsonObject || item instanceof List) {
        throw invalid(name, "an array of single values");
      }
      texts.add(item.toString());
    }
    return texts;
  }

  /** The strings of an array; empty when the member is absent. */
  public List<String> listStrings(String name) {
    return list(name, String.class, "an array of strings");
  }

  /** The objects of an array; empty when the member is absent. */
  public List<JsonObject> listObjects(String name) {
    return list(name, JsonObject.class, "an array of objects");
  }

  private <T> Optional<T> find(String name, Class<T> type, String meaning) {
    var value = members.get(name);
    if (value != null && !type.isInstance(value)) {
      throw invalid(name, meaning);
    }
    return Optional.ofNullable(type.cast(value));
  }

  private <T> List<T> list(String name, Class<T> type, String meaning) {
    var items = new ArrayList<T>();
    for (var item : find(name, List.class, meaning).orElse(List.of())) {
      if (!type.isInstance(item)) {
        throw invalid(name, meaning);
      }
      items.add(type.cast(item));
    }
    return items;
  }

  private static ApiError invalid(String name, String meaning) {
    return ApiError.invalidParameter(name + " must be " + meaning).about(name);
  }

  private static JsonObject readObject(JsonParser parser) {
    var members = new LinkedHashMap<String, @Nullable Object>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      if (!Unicode.isStorable(name)) {
        throw ApiError.invalidParameter("a name in the body is not Unicode text");
      }
      parser.nextToken();
      members.put(name, readValue(name, parser));
    }
    return new JsonObject(members);
  }

  private static List<@Nullable Object> readArray(String name, JsonParser parser) {
    var items = new ArrayList<@Nullable Object>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(readValue(name, parser));
    }
    return items;
  }

  private static String readString(String name, JsonParser parser) {
    var text = parser.getString();
    if (!Unicode.isStorable(text)) {
      throw invalid(name, "Unicode text without U+0000");
    }
    return text;
  }

  private static @Nullable Object readValue(String name, JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(name, parser);
      case VALUE_STRING -> readString(name, parser);
      case VALUE_NUMBER_INT -> wholeNumber(parser);
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw ApiError.invalidParameter("the body is not JSON");
    };
  }

  private static Number wholeNumber(JsonParser parser) {
    var type = parser.getNumberType();
    if (type == JsonParser.NumberType.BIG_INTEGER) {
      return parser.getDoubleValue();
    }
    return parser.getLongValue();
  }
}
