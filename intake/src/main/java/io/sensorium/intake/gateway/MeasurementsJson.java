package io.sensorium.intake.gateway;

import io.sensorium.intake.json.JsonInput;
import java.io.InputStream;

/**
 * Reads {@code {"measurements": [{"sensor": "aa00bb01", "source": "temp", "date":
 * "2026-03-02T07:31:12Z", "value": 20.34}]}}; see docs/protocols/json.md.
 *
 * <p>A bad row costs only itself. The body's size in bytes is limited by the stream that is given.
 */
public final class MeasurementsJson {

  /** A batch has at most so many rows, good and bad. */
  public static final int MAX_ROWS = 10_000;

  private MeasurementsJson() {}

  /**
   * Reads a batch; does not close {@code body}.
   *
   * @throws io.sensorium.intake.MalformedInputException when the body is not a batch in JSON
   * @throws io.sensorium.intake.InputTooLargeException when it has more than {@value #MAX_ROWS}
   *     rows
   * @throws java.io.UncheckedIOException when {@code body} fails
   */
  public static DecodedMeasurements decode(InputStream body) {
    return JsonInput.read(body, json -> new MeasurementsReader(json).read());
  }
}
