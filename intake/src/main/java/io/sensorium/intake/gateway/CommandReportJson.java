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

  private static final int MAX_RESULT_LENGTH = 16_384;
  private static final int MAX_ERROR_LENGTH = 1_000;

  /**
   * What a gateway tells of a command.
   *
   * @param progressPercent empty when it is not told
   * @param result JSON
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
        limited("result", result(document.get("result")), MAX_RESULT_LENGTH),
        limited("error", document.get("error").text().orElse(null), MAX_ERROR_LENGTH));
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

  private static @Nullable String result(JsonNode told) {
    return told instanceof Absent ? null : told.toJson();
  }

  private static @Nullable String limited(String field, @Nullable String text, int maxLength) {
    if (text != null && text.length() > maxLength) {
      throw new MalformedInputException(field + ": at most " + maxLength + " characters");
    }
    return text;
  }
}
