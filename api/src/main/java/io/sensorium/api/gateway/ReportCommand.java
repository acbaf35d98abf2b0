package io.sensorium.api.gateway;

import io.sensorium.api.auth.GatewayAuthentication;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.WorkflowId;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.gateway.CommandReportJson;
import io.sensorium.intake.gateway.CommandReportJson.CommandReport;
import io.sensorium.intake.gateway.CommandReports;
import io.sensorium.intake.json.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /gateway/v1/commands/{workflow}}: how far a gateway has come with a command. */
final class ReportCommand {

  private final GatewayAuthentication authentication;
  private final CommandReports reports;

  ReportCommand(GatewayAuthentication authentication, CommandReports reports) {
    this.authentication = authentication;
    this.reports = reports;
  }

  Response handle(Request request) throws IOException {
    var gateway = authentication.login(request);
    var id = id(request.pathParameter("workflow"));
    var report = read(request);
    var workflow =
        id.flatMap(known -> reports.accept(gateway.id(), known, report))
            .orElseThrow(ApiError::notFound);
    return Response.json(
        json -> {
          json.beginObject();
          json.field("workflow", workflow.id().value());
          json.field("state", workflow.state().name().toLowerCase(Locale.ROOT));
          json.field("progress", workflow.progressPercent());
          json.endObject();
        });
  }

  private static CommandReport read(Request request) throws IOException {
    try {
      return CommandReportJson.read(JsonNode.parse(request.bodyBytes()));
    } catch (MalformedInputException e) {
      throw ApiError.invalidParameter(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<WorkflowId> id(String text) {
    try {
      return Optional.of(new WorkflowId(Long.parseLong(text)));
    } catch (IllegalArgumentException e) { // of both: no number, or none of an id
      return Optional.empty();
    }
  }
}
