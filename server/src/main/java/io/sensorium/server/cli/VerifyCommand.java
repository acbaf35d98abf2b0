package io.sensorium.server.cli;

import io.sensorium.api.admin.Operations;
import io.sensorium.server.Offline;
import io.sensorium.server.logging.Logging;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code ./sensorium verify}. */
@Command(
    name = "verify",
    description = {
      "Checks every checksum, and that what is derived equals a re-derivation.",
      "Exits with 1 when something is not as it should be."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    var directory = data.existingDirectory();
    var running = AdminClient.ofRunningServer(directory);
    var result =
        running.isPresent()
            ? parse(running.get().post("/admin/v1/verify", BodyPublishers.noBody()))
            : offline();
    result.findings().forEach(finding -> System.out.println("FOUND: " + finding));
    System.out.printf(
        "%d users, %d events and states compared, %d not compared (derived by other versions);"
            + " %d lines of alarms compared, %d alarms not compared (rows not kept, or not yet"
            + " looked at): %s%n",
        result.users(),
        result.compared(),
        result.otherBasis(),
        result.alarmLines(),
        result.otherAlarms(),
        result.findings().isEmpty() ? "all is well" : result.findings().size() + " findings");
    return result.findings().isEmpty() ? SensoriumCommand.OK : SensoriumCommand.FAILED;
  }

  private Operations.Verification offline() {
    var config = data.config(Map.of());
    Logging.setUp(config.log());
    try (var offline = Offline.open(config, data.directory());
        var bar = ProgressBar.onTerminal("verify")) {
      return offline.verify(bar::show);
    }
  }

  private static Operations.Verification parse(JsonNode answer) {
    var findings = new ArrayList<String>();
    answer.path("findings").forEach(finding -> findings.add(finding.asString()));
    return new Operations.Verification(
        answer.path("users").asInt(),
        answer.path("compared").asLong(),
        answer.path("other_basis").asLong(),
        answer.path("alarm_lines").asLong(),
        answer.path("other_alarms").asLong(),
        findings);
  }
}
