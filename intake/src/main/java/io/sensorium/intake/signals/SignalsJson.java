package io.sensorium.intake.signals;

import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.json.JsonInput;
import java.io.InputStream;
import java.time.Instant;

/**
 * Reads the body of {@code POST /device/v1/signals}; see docs/protocols/signals.md.
 *
 * <p>A bad item costs only itself. The body's size in bytes is limited by the stream that is given.
 */
public final class SignalsJson {

  /**
   * How much one batch may hold.
   *
   * @param rows items of all streams together, good and bad; a motion chunk is one
   * @param motionSamples accelerometer and gyroscope samples of all chunks together
   */
  public record Limits(int rows, int motionSamples) {

    /** Motion: a quarter of an hour of both sensors at 200 Hz, or two hours at 25 Hz. */
    public static final Limits DEFAULT = new Limits(10_000, 360_000);
  }

  private final Limits limits;

  public SignalsJson(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a batch; does not close {@code body}.
   *
   * @param receivedAt when the batch came; items of more than a day later are rejected
   * @throws io.sensorium.intake.MalformedInputException when the body is not a batch in JSON
   * @throws io.sensorium.intake.InputTooLargeException when it holds more than the limits allow
   * @throws java.io.UncheckedIOException when {@code body} fails
   */
  public Decoded decode(InputStream body, Instant receivedAt) {
    var window = TimeWindow.receivedAt(receivedAt);
    return JsonInput.read(body, json -> new BatchReader(json, window, limits).read());
  }
}
