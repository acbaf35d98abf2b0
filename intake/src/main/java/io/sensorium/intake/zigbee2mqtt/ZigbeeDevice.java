package io.sensorium.intake.zigbee2mqtt;

import io.sensorium.core.sensing.SourceType;
import io.sensorium.intake.json.JsonNode;
import io.sensorium.intake.json.JsonNode.Absent;
import io.sensorium.intake.measurements.NamedSource;
import io.sensorium.intake.measurements.Quantities;
import io.sensorium.intake.measurements.Quantity;
import io.sensorium.intake.measurements.SourceHint;
import io.sensorium.intake.measurements.SourceName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A device as {@code bridge/devices} lists it: its address is the sensor's serial, as its name
 * changes when its owner likes.
 *
 * @param properties what it measures, by the names of the members of its states
 */
record ZigbeeDevice(String address, String friendlyName, Map<String, Property> properties) {

  /** Closed is true there; for a source of type door, open is 1. */
  private static final String CONTACT = "contact";

  private static final Quantity INVERTED_DOOR =
      new Quantity(SourceType.find("door").orElseThrow(), -1, 1);

  /**
   * One quantity.
   *
   * @param on the value of a binary property that counts as 1, absent where it is a number
   */
  record Property(NamedSource source, Quantity quantity, JsonNode on, JsonNode off) {

    /** The value that a state tells, NaN when it tells none. */
    double valueOf(JsonNode told) {
      if (!(on instanceof Absent)) {
        return told.equals(on) ? 1 : told.equals(off) ? 0 : Double.NaN;
      }
      return quantity.valueOf(told.numberOrFlag());
    }
  }

  ZigbeeDevice {
    properties = Map.copyOf(properties);
  }

  /** The device that an entry of the list tells of; empty when nothing can be read of it. */
  static Optional<ZigbeeDevice> read(JsonNode entry) {
    var address = entry.get("ieee_address").text();
    var name = entry.get("friendly_name").text();
    if (address.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    var properties = new LinkedHashMap<String, Property>();
    for (var exposed : entry.get("definition").get("exposes").items()) {
      addProperties(properties, exposed, address.get(), name.get());
    }
    return Optional.of(new ZigbeeDevice(address.get(), name.get(), properties));
  }

  private static void addProperties(
      Map<String, Property> properties, JsonNode exposed, String address, String name) {
    for (var feature : exposed.get("features").items()) { // such as those of a switch
      addProperties(properties, feature, address, name);
    }
    var property = exposed.get("property").text().orElse("");
    var type = exposed.get("type").text().orElse("");
    boolean measured = type.equals("numeric") || type.equals("binary");
    if (measured && SourceName.problemOf("property", property) == null) {
      properties.put(property, property(exposed, property, address, name));
    }
  }

  private static Property property(JsonNode exposed, String property, String address, String name) {
    boolean contact = property.equals(CONTACT);
    var quantity =
        contact
            ? INVERTED_DOOR
            : Quantities.guess(property, exposed.get("unit").text().orElse(null));
    var hint = new SourceHint(name, exposed.get("label").text().orElse(null), quantity.type());
    return new Property(
        new NamedSource(new SourceName(address, property), hint),
        quantity,
        contact ? new Absent() : exposed.get("value_on"),
        contact ? new Absent() : exposed.get("value_off"));
  }
}
