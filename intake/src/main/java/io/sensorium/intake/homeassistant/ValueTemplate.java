package io.sensorium.intake.homeassistant;

import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.json.JsonNode;
import io.sensorium.intake.json.JsonNode.Absent;
import io.sensorium.intake.json.JsonNode.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of Home Assistant's templates that picks a value: {@code {{ value }}}, {@code {{
 * value_json.a.b }}}, {@code {{ value_json['a'][0] }}}. Filters that only shape the value for
 * display, such as {@code | round(1)}, are passed over; anything else is not understood.
 *
 * @param path the names and indexes that lead to the value within the document
 * @param json whether the message is a JSON document
 */
record ValueTemplate(boolean json, List<String> path) {

  /** The message itself. */
  static final ValueTemplate VALUE = new ValueTemplate(false, List.of());

  private static final String STEP = "\\.\\w+|\\[\\s*(?:'[^']*'|\"[^\"]*\"|\\d+)\\s*]";
  private static final String FILTER =
      "\\|\\s*(?:float|int|round|default|is_defined)\\s*(?:\\([^()]*\\))?\\s*";
  private static final Pattern FORM =
      Pattern.compile(
          "\\{\\{-?\\s*(value_json|value)((?:" + STEP + ")*)\\s*(?:" + FILTER + ")*-?}}");
  private static final Pattern STEPS = Pattern.compile(STEP);

  ValueTemplate {
    path = List.copyOf(path);
  }

  /** The template that the text writes; empty when it is not understood. */
  static Optional<ValueTemplate> parse(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean json = form.group(1).equals("value_json");
    var path = new ArrayList<String>();
    var steps = STEPS.matcher(form.group(2));
    while (steps.find()) {
      path.add(nameOf(steps.group()));
    }
    return json || path.isEmpty() ? Optional.of(new ValueTemplate(json, path)) : Optional.empty();
  }

  private static String nameOf(String step) {
    if (step.startsWith(".")) {
      return step.substring(1);
    }
    var inside = step.substring(1, step.length() - 1).strip();
    boolean quoted = inside.startsWith("'") || inside.startsWith("\"");
    return quoted ? inside.substring(1, inside.length() - 1) : inside;
  }

  /** The value within a message; absent when there is none. */
  JsonNode pick(byte[] message) {
    if (!json) {
      return new Text(new String(message, StandardCharsets.UTF_8).strip());
    }
    JsonNode node = parsed(message);
    for (var name : path) {
      var items = node.items();
      node = items.isEmpty() ? node.get(name) : item(items, name);
    }
    return node;
  }

  /** Devices also send texts such as {@code nan} where they promised a document. */
  private static JsonNode parsed(byte[] message) {
    try {
      return JsonNode.parse(message);
    } catch (MalformedInputException _) {
      return new Absent();
    }
  }

  private static JsonNode item(List<JsonNode> items, String index) {
    for (int at = 0; at < items.size(); at++) {
      if (Integer.toString(at).equals(index)) {
        return items.get(at);
      }
    }
    return new Absent();
  }
}
