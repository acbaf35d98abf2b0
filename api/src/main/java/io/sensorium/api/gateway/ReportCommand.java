package io.sensorium.api.gateway;

import io.sensorium.api.auth.GatewayAuthentication;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonObject;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.WorkflowId;
import io.sensorium.store.sensing.Workflow;
import io.sensorium.store.sensing.Workflow.State;
import io.sensorium.store.sensing.Workflows;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /gateway/v1/commands/{workflow}}: how far a gateway has come with a command. */
final class ReportCommand {

  private static final int MAX_RESULT_LENGTH = 16_384;
  private static final int MAX_ERROR_LENGTH = 1_000;

  private final GatewayAuthentication authentication;
  private final Workflows workflows;
  private final WorkflowEnds ends;
  private final Clock clock;

  ReportCommand(
      GatewayAuthentication authentication, Workflows workflows, WorkflowEnds ends, Clock clock) {
    this.authentication = authentication;
    this.workflows = workflows;
    this.ends = ends;
    this.clock = clock;
  }

  Response handle(Request request) throws IOException {
    var gateway = authentication.login(request);
    var id = id(request.pathParameter("workflow"));
    var body = request.jsonObject();
    var state = state(body.getString("state"));
    var known = id.flatMap(workflows::find).orElseThrow(ApiError::notFound);
    var workflow =
        workflows
            .report(
                gateway.id(),
                known.id(),
                state,
                progress(body, state, known),
                limited("result", body.findJson("result"), MAX_RESULT_LENGTH).orElse(null),
                limited("error", body.findString("error"), MAX_ERROR_LENGTH).orElse(null),
                clock.instant())
            .orElseThrow(ApiError::notFound);
    if (workflow.state().isFinal()) {
      ends.announce();
    }
    return Response.json(
        json -> {
          json.beginObject();
          json.field("workflow", workflow.id().value());
          json.field("state", workflow.state().name().toLowerCase(Locale.ROOT));
          json.field("progress", workflow.progressPercent());
          json.endObject();
        });
  }

  private static Optional<WorkflowId> id(String text) {
    try {
      return Optional.of(new WorkflowId(Long.parseLong(text)));
    } catch (IllegalArgumentException e) { // of both: no number, or none of an id
      return Optional.empty();
    }
  }

  private static State state(String name) {
    return switch (name) {
      case "acknowledged" -> State.ACKNOWLEDGED;
      case "running" -> State.RUNNING;
      case "succeeded" -> State.SUCCEEDED;
      case "failed" -> State.FAILED;
      default ->
          throw ApiError.invalidParameter(
              "state: must be acknowledged, running, succeeded or failed");
    };
  }

  private static int progress(JsonObject body, State state, Workflow known) {
    var told = body.findLong("progress");
    if (told.isEmpty()) {
      return state == State.SUCCEEDED ? 100 : known.progressPercent();
    }
    if (told.getAsLong() < 0 || told.getAsLong() > 100) {
      throw ApiError.invalidParameter("progress: must be from 0 to 100");
    }
    return (int) told.getAsLong();
  }

  private static Optional<String> limited(String name, Optional<String> text, int maxLength) {
    if (text.filter(it -> it.length() > maxLength).isPresent()) {
      throw ApiError.invalidParameter(name + ": at most " + maxLength + " characters");
    }
    return text;
  }
}
