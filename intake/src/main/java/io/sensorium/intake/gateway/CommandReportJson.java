package io.sensorium.intake.gateway;

import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.json.JsonNode;
import io.sensorium.intake.json.JsonNode.Absent;
import io.sensorium.store.sensing.Workflow.State;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"state": "running", "progress": 40}}: how far a gateway has come with a command.
 */
public final class CommandReportJson {

  private static final int MAX_LENGTH = 1_000;

  /**
   * What a gateway tells of a command.
   *
   * @param progressPercent empty when it is not told
   */
  public record CommandReport(
      State state, OptionalInt progressPercent, @Nullable String result, @Nullable String error) {}

  private CommandReportJson() {}

  /**
   * The report that a document tells.
   *
   * @throws MalformedInputException when it is not of its form; it names the member
   */
  public static CommandReport read(JsonNode document) {
    return new CommandReport(
        state(document.get("state").text().orElse("")),
        progress(document.get("progress")),
        limited("result", document.get("result")),
        limited("error", document.get("error")));
  }

  private static State state(String name) {
    return switch (name) {
      case "acknowledged" -> State.ACKNOWLEDGED;
      case "running" -> State.RUNNING;
      case "succeeded" -> State.SUCCEEDED;
      case "failed" -> State.FAILED;
      default ->
          throw new MalformedInputException(
              "state: must be acknowledged, running, succeeded or failed");
    };
  }

  private static OptionalInt progress(JsonNode told) {
    if (told instanceof Absent) {
      return OptionalInt.empty();
    }
    double percent = told.number();
    if (!(percent >= 0 && percent <= 100)) {
      throw new MalformedInputException("progress: must be from 0 to 100");
    }
    return OptionalInt.of((int) percent);
  }

  private static @Nullable String limited(String field, JsonNode told) {
    var text = told.text().orElse(null);
    if (text != null && text.length() > MAX_LENGTH) {
      throw new MalformedInputException(field + ": at most " + MAX_LENGTH + " characters");
    }
    return text;
  }
}
