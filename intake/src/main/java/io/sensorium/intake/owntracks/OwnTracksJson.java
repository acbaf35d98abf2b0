package io.sensorium.intake.owntracks;

import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.json.JsonInput;
import io.sensorium.intake.signals.Decoded;
import java.io.InputStream;
import java.time.Instant;

/**
 * Reads what the OwnTracks app posts by HTTP: one message or an array of them; see
 * docs/protocols/owntracks.md. Messages other than locations are taken and mean nothing here.
 */
public final class OwnTracksJson {

  /** What the app expects as the answer to anything that was taken. */
  public static final String ANSWER = "[]";

  /** So many messages one body may hold. */
  public static final int MAX_MESSAGES = 10_000;

  /**
   * Reads a body; does not close it.
   *
   * @param receivedAt when the body came; locations of more than a day later are rejected
   * @throws io.sensorium.intake.MalformedInputException when the body is neither
   * @throws io.sensorium.intake.InputTooLargeException when it holds too many messages
   * @throws java.io.UncheckedIOException when {@code body} fails
   */
  public Decoded decode(InputStream body, Instant receivedAt) {
    var window = TimeWindow.receivedAt(receivedAt);
    return JsonInput.read(body, json -> new Messages(json, window).read());
  }
}
