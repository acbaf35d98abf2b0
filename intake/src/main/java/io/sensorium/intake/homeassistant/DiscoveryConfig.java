package io.sensorium.intake.homeassistant;

import io.sensorium.intake.json.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/** The members of a discovery message, each by its name or its short form. */
record DiscoveryConfig(JsonNode told) {

  private static final String BASE = "~";

  Optional<String> text(String name, String shortName) {
    return told.get(name).text().or(() -> told.get(shortName).text());
  }

  /** A topic without wildcards; {@code ~} at its start or end stands for the base topic. */
  Optional<String> topic(String name, String shortName) {
    var base = told.get(BASE).text().orElse("");
    return text(name, shortName)
        .map(
            topic ->
                topic.startsWith(BASE)
                    ? base + topic.substring(1)
                    : topic.endsWith(BASE) ? topic.substring(0, topic.length() - 1) + base : topic)
        .filter(topic -> !topic.contains("#") && !topic.contains("+"));
  }

  /** The first identifier of the device. */
  Optional<String> deviceId() {
    return Stream.of("identifiers", "ids")
        .map(name -> device().get(name))
        .map(ids -> ids.items().isEmpty() ? ids : ids.items().getFirst())
        .flatMap(id -> id.text().stream())
        .findFirst();
  }

  Optional<String> deviceName() {
    return device().get("name").text();
  }

  private JsonNode device() {
    var device = told.get("device");
    return device.members().isEmpty() ? told.get("dev") : device;
  }
}
