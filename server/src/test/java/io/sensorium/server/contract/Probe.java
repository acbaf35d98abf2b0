package io.sensorium.server.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.core.bytes.Blob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that is good, and from which bad ones are made.
 *
 * @param parameters of the query, or of a form where the method is POST: {@code a=1&b=2}
 * @param json the body instead of a form; empty where there is none
 */
@NullMarked
record Probe(String method, String path, String parameters, String json) {

  /** A request to send. */
  record Shot(String method, String target, String contentType, Blob body) {

    @Override
    public String toString() {
      var text = method + " " + target + " " + new String(body.toBytes(), ISO_8859_1);
      return text.length() > 400 ? text.substring(0, 400) + "..." : text;
    }
  }

  private static final JsonMapper JSON = new JsonMapper();
  static final String HOLE = "\"@@@\"";
  private static final Pattern PATH_ID = Pattern.compile("\\{[a-z]+}");

  /** {@code POST /v1/alarms value=5&direction=above}; the part after the path is JSON or not. */
  static Probe of(String call) {
    var parts = call.split(" ", 3);
    var rest = parts.length > 2 ? parts[2] : "";
    boolean isJson = rest.startsWith("{");
    return new Probe(parts[0], parts[1], isJson ? "" : rest, isJson ? rest : "");
  }

  private boolean hasForm() {
    return json.isEmpty() && method.equals("POST");
  }

  /** All calls that are made of this one; {@code ids} puts ids where the templates name them. */
  List<Shot> shots(UnaryOperator<String> ids) {
    var shots = new ArrayList<Shot>();
    addPaths(shots, ids);
    addParameters(shots, ids);
    if (!json.isEmpty()) {
      addJson(shots, ids, json);
    } else if (hasForm()) {
      addJson(shots, ids, asJson());
    }
    if (!method.equals("GET")) {
      for (var body : HostileValues.BODIES) {
        shots.add(shot(ids.apply(path), Caller.JSON, body.getBytes(ISO_8859_1)));
        shots.add(shot(ids.apply(path), Caller.FORM, body.getBytes(ISO_8859_1)));
      }
    }
    return shots;
  }

  private void addPaths(List<Shot> shots, UnaryOperator<String> ids) {
    var named = PATH_ID.matcher(path);
    while (named.find()) {
      for (var value : HostileValues.ENCODED) {
        var hostile = path.substring(0, named.start()) + value + path.substring(named.end());
        shots.add(good(ids.apply(hostile), ids.apply(parameters), ids.apply(json)));
      }
    }
  }

  private void addParameters(List<Shot> shots, UnaryOperator<String> ids) {
    var pairs = parameters.isEmpty() ? new String[0] : parameters.split("&");
    for (int i = 0; i < pairs.length; i++) {
      int at = i;
      var name = pairs[i].substring(0, pairs[i].indexOf('='));
      var others =
          IntStream.range(0, pairs.length)
              .filter(other -> other != at)
              .mapToObj(other -> "&" + pairs[other])
              .collect(Collectors.joining());
      shots.add(good(ids.apply(path), ids.apply(others), "")); // absent
      shots.add(good(ids.apply(path), ids.apply(name + others), "")); // without a value
      for (var value : HostileValues.ENCODED) {
        var hostile = name + "=" + value;
        shots.add(good(ids.apply(path), ids.apply(hostile + others), ""));
        if (value.length() < 10) { // twice: the hostile one first or last
          shots.add(good(ids.apply(path), ids.apply(hostile + others + "&" + pairs[i]), ""));
          shots.add(good(ids.apply(path), ids.apply(pairs[i] + others + "&" + hostile), ""));
        }
      }
    }
  }

  private String asJson() {
    return Arrays.stream(parameters.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .map(pair -> '"' + pair[0] + "\":\"" + pair[1] + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  private void addJson(List<Shot> shots, UnaryOperator<String> ids, String template) {
    for (var holed : holed(JSON.readTree(ids.apply(template)))) {
      for (var value : HostileValues.JSON) {
        var body = ids.apply(holed.replace(HOLE, value)).getBytes(UTF_8);
        shots.add(shot(ids.apply(path), Caller.JSON, body));
      }
    }
  }

  /** The document with a hole in place of each of its values in turn. */
  static List<String> holed(JsonNode document) {
    var texts = new ArrayList<String>();
    hole(document, document, texts);
    return texts;
  }

  private static void hole(JsonNode document, JsonNode at, List<String> texts) {
    switch (at) {
      case ObjectNode object -> {
        for (var name : List.copyOf(object.propertyNames())) {
          var value = object.required(name);
          object.put(name, "@@@");
          texts.add(document.toString());
          object.set(name, value);
          hole(document, value, texts);
        }
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          var value = array.get(i);
          array.set(i, "@@@");
          texts.add(document.toString());
          array.set(i, value);
          hole(document, value, texts);
        }
      }
      default -> {}
    }
  }

  private Shot good(String target, String pairs, String document) {
    if (!document.isEmpty()) {
      return shot(target, Caller.JSON, document.getBytes(UTF_8));
    }
    return hasForm()
        ? shot(target, Caller.FORM, pairs.getBytes(ISO_8859_1))
        : shot(pairs.isEmpty() ? target : target + "?" + pairs, "", new byte[0]);
  }

  private Shot shot(String target, String contentType, byte[] body) {
    return new Shot(method, target, contentType, Blob.copyOf(body));
  }
}
