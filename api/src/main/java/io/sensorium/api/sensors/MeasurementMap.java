package io.sensorium.api.sensors;

import static io.sensorium.api.common.JsonBytes.piece;

import io.sensorium.api.common.JsonBytes;
import io.sensorium.core.id.SourceId;

/**
 * The map {@code {"measurements":{"220200":...}}} while it is written, with what stands beside it.
 */
final class MeasurementMap {

  private static final byte[] BEGIN = piece("{\"measurements\":{");

  private final JsonBytes json;
  private boolean hasSource;

  MeasurementMap(int expectedLength) {
    json = new JsonBytes(expectedLength + 64);
    json.append(BEGIN);
  }

  /** Begins the value of a source; the caller writes it. */
  JsonBytes source(SourceId id) {
    if (hasSource) {
      json.append(',');
    }
    hasSource = true;
    return json.append('"').append(id.value()).append('"').append(':');
  }

  /** The bytes of the object with the map alone. */
  byte[] end() {
    return json.append('}').append('}').toBytes();
  }

  /**
   * The bytes of the object with one member more; {@code value} is JSON without need of escapes.
   */
  byte[] endWith(String name, String value) {
    json.append('}').append(',').append('"').append(name).append('"').append(':');
    return json.append(value).append('}').toBytes();
  }
}
