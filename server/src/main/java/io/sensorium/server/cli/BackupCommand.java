package io.sensorium.server.cli;

import io.sensorium.server.Offline;
import io.sensorium.server.logging.Logging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./sensorium backup}. */
@Command(
    name = "backup",
    description = {
      "Writes all data to a new directory, also while the server runs.",
      "With PostgreSQL, use pg_dump instead."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Runnable {

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Where to; must not be there yet.")
  private Path target = Path.of("");

  @Override
  public void run() {
    var directory = data.existingDirectory();
    if (Files.exists(target)) {
      throw new UserMistake(target + " is there already");
    }
    var running = AdminClient.ofRunningServer(directory);
    if (running.isPresent()) {
      var body = AdminClient.json().createObjectNode();
      body.put("directory", target.toAbsolutePath().toString());
      running.get().post("/admin/v1/backup", body);
    } else {
      backupOffline();
    }
    System.out.println("backed up to " + target);
  }

  private void backupOffline() {
    var config = data.config(Map.of());
    Logging.setUp(config.log());
    try (var offline = Offline.open(config, data.directory())) {
      offline.backup(target);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
  }
}
