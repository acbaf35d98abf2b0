package io.sensorium.api.sensors.parameter;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonObject;
import io.sensorium.api.common.Query;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.text.Unicode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters of one request: those of its body, a form or a JSON object, before those of the
 * same name in its query. An empty value counts as none.
 *
 * <p>Every method throws {@link ApiError} INVALID_PARAMETER that names the parameter when its value
 * cannot be what is asked for.
 */
public final class Parameters {

  /** Parameters that nobody gave. */
  public static final Parameters NONE = new Parameters(Query.EMPTY, Query.EMPTY, JsonObject.EMPTY);

  private static final Pattern LIST_SEPARATOR = Pattern.compile(",");

  private final Query query;
  private final Query form;
  private final JsonObject json;

  private Parameters(Query query, Query form, JsonObject json) {
    this.query = query;
    this.form = form;
    this.json = json;
  }

  /** Those of a query alone. */
  public static Parameters of(Query query) {
    return new Parameters(query, Query.EMPTY, JsonObject.EMPTY);
  }

  /** Reads the whole body. */
  public static Parameters read(Request request) throws IOException {
    var body = request.bodyBytes();
    if (body.length == 0) {
      return of(request.query());
    }
    return isJson(request, body)
        ? new Parameters(request.query(), Query.EMPTY, JsonObject.parse(body))
        : new Parameters(request.query(), Query.parse(utf8(body)), JsonObject.EMPTY);
  }

  private static boolean isJson(Request request, byte[] body) {
    return request
        .header("Content-Type")
        .map(type -> type.strip().toLowerCase(Locale.ROOT).startsWith(Response.JSON))
        .orElse(body[0] == '{');
  }

  private static String utf8(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString().strip();
    } catch (CharacterCodingException e) {
      throw ApiError.invalidParameter("the body is not UTF-8");
    }
  }

  /** Whether it is given at all, if only by its name. */
  public boolean isGiven(String name) {
    return json.has(name) || !form.list(name).isEmpty() || !query.list(name).isEmpty();
  }

  /** Without white space around it. */
  public Optional<String> find(String name) {
    return findExact(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** With white space around it, as passwords may have it. */
  public Optional<String> findExact(String name) {
    return json.findText(name)
        .or(() -> form.find(name))
        .or(() -> query.find(name))
        .filter(value -> !value.isEmpty())
        .map(value -> checked(name, value));
  }

  /** Of at most {@code maxLength} characters. */
  public Optional<String> findText(String name, int maxLength) {
    var found = find(name);
    if (found.isPresent() && found.get().length() > maxLength) {
      throw invalid(name, "has more than " + maxLength + " characters");
    }
    return found;
  }

  public String get(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  /** Of at most {@code maxLength} characters. */
  public String getText(String name, int maxLength) {
    return findText(name, maxLength).orElseThrow(() -> missing(name));
  }

  /** True when it is there, with or without a value, and the value is not 0 or false. */
  public boolean isOn(String name) {
    if (!isGiven(name)) {
      return false;
    }
    var value = find(name).orElse("1").toLowerCase(Locale.ROOT);
    return !value.equals("0") && !value.equals("false");
  }

  /** True or false, also as 1 or 0. */
  public Optional<Boolean> findBoolean(String name) {
    return find(name)
        .map(
            value ->
                switch (value.toLowerCase(Locale.ROOT)) {
                  case "1", "true" -> true;
                  case "0", "false" -> false;
                  default -> throw invalid(name, "must be true or false");
                });
  }

  /** A whole number within limits. */
  public Optional<Long> findWhole(String name, long least, long greatest) {
    return find(name).map(value -> Numbers.whole(name, value, least, greatest));
  }

  public Optional<Double> findNumber(String name) {
    return find(name).map(value -> Numbers.finite(name, value));
  }

  public double getNumber(String name) {
    return Numbers.finite(name, get(name));
  }

  /** The parts of a comma separated list, or the values of a JSON array; empty when not given. */
  public List<String> list(String name) {
    if (json.hasArray(name)) {
      return json.listTexts(name).stream().map(value -> checked(name, value.strip())).toList();
    }
    return find(name)
        .map(text -> Arrays.stream(LIST_SEPARATOR.split(text, -1)).map(String::strip).toList())
        .orElse(List.of());
  }

  /** The objects of a JSON array; empty when not given. */
  public List<Parameters> listObjects(String name) {
    return json.listObjects(name).stream()
        .map(object -> new Parameters(Query.EMPTY, Query.EMPTY, object))
        .toList();
  }

  /** The error of a required parameter that is not there. */
  public static ApiError missing(String name) {
    return ApiError.invalidParameter("the parameter " + name + " is required").about(name);
  }

  /** The error of a parameter, such as "ticks must be positive". */
  public static ApiError invalid(String name, String problem) {
    return ApiError.invalidParameter(name + " " + problem).about(name);
  }

  /** What no database and no JSON can hold is refused here, before it gets to one. */
  private static String checked(String name, String value) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw invalid(name, "has a control character");
    }
    if (!Unicode.isStorable(value)) {
      throw invalid(name, "is not Unicode");
    }
    return value;
  }
}
