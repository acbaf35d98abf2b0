package io.sensorium.intake.homeassistant;

import io.sensorium.core.sensing.SourceType;
import io.sensorium.intake.json.JsonNode;
import io.sensorium.intake.json.JsonNode.Text;
import io.sensorium.intake.measurements.NamedSource;
import io.sensorium.intake.measurements.Quantities;
import io.sensorium.intake.measurements.Quantity;
import io.sensorium.intake.measurements.SourceHint;
import io.sensorium.intake.measurements.SourceName;
import io.sensorium.intake.text.Decimals;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a device measures, as its discovery message tells.
 *
 * @param on the text of a binary sensor that counts as 1; of other sensors it is empty
 */
record DiscoveredEntity(
    String stateTopic,
    ValueTemplate template,
    NamedSource source,
    Quantity quantity,
    String on,
    String off) {

  /** Device classes whose names the quantities do not have. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("carbon_dioxide", "co2"),
          Map.entry("atmospheric_pressure", "pressure"),
          Map.entry("volatile_organic_compounds", "voc"),
          Map.entry("volatile_organic_compounds_parts", "voc"),
          Map.entry("sound_pressure", "noise"),
          Map.entry("signal_strength", "rssi"),
          Map.entry("wind_speed", "speed"));

  private static final Map<String, String> BINARY_TYPES =
      Map.of(
          "motion", "motion",
          "occupancy", "motion",
          "presence", "motion",
          "door", "door",
          "garage_door", "door",
          "opening", "door",
          "window", "door",
          "moisture", "water");

  /**
   * The entity of a discovery message; empty when it has no state, or one that is not understood.
   *
   * @param objectId the last name of the topic before {@code config}
   */
  static Optional<DiscoveredEntity> read(boolean binary, String objectId, JsonNode told) {
    var config = new DiscoveryConfig(told);
    var topic = config.topic("state_topic", "stat_t");
    var template =
        config
            .text("value_template", "val_tpl")
            .map(ValueTemplate::parse)
            .orElse(Optional.of(ValueTemplate.VALUE));
    if (topic.isEmpty() || template.isEmpty()) {
      return Optional.empty();
    }
    var quantity = binary ? binaryQuantity(config) : quantity(config, objectId);
    return source(config, objectId, quantity)
        .map(
            source ->
                new DiscoveredEntity(
                    topic.get(),
                    template.get(),
                    source,
                    quantity,
                    binary ? config.text("payload_on", "pl_on").orElse("ON") : "",
                    binary ? config.text("payload_off", "pl_off").orElse("OFF") : ""));
  }

  private static Optional<NamedSource> source(
      DiscoveryConfig config, String objectId, Quantity quantity) {
    var serial = config.text("unique_id", "uniq_id").orElse(objectId);
    var device = config.deviceId().orElse(serial);
    var hint =
        new SourceHint(
            config.deviceName().orElse(null),
            config.text("name", "name").orElse(null),
            quantity.type());
    return SourceName.problemOf("device", device) == null
            && SourceName.problemOf("unique_id", serial) == null
        ? Optional.of(new NamedSource(new SourceName(device, serial), hint))
        : Optional.empty();
  }

  private static Quantity quantity(DiscoveryConfig config, String objectId) {
    var deviceClass = config.text("device_class", "dev_cla");
    var name = deviceClass.map(known -> TYPES.getOrDefault(known, known)).orElse(objectId);
    return Quantities.guess(name, config.text("unit_of_measurement", "unit_of_meas").orElse(null));
  }

  private static Quantity binaryQuantity(DiscoveryConfig config) {
    var type = BINARY_TYPES.get(config.text("device_class", "dev_cla").orElse(""));
    return Quantity.of(SourceType.find(type == null ? "value" : type).orElseThrow());
  }

  /** The value that a message on the state topic tells; NaN when it tells none. */
  double valueOf(byte[] message) {
    var picked = template.pick(message);
    if (!on.isEmpty()) {
      var text = picked instanceof Text(var it) ? it : "";
      return text.equals(on) ? 1 : text.equals(off) ? 0 : picked.numberOrFlag();
    }
    double number = picked instanceof Text(var text) ? Decimals.parse(text) : picked.number();
    return quantity.valueOf(number);
  }
}
