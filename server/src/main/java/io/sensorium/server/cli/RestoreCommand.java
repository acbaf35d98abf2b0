package io.sensorium.server.cli;

import io.sensorium.server.Backup;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sensorium restore}. */
@Command(
    name = "restore",
    description = "Makes a data directory of a backup; 'verify' tells whether it is whole.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Runnable {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The new data directory; must be empty or not there yet.")
  private Path directory = Path.of("");

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description = "The directory that 'backup' wrote.")
  private Path source = Path.of("");

  @Override
  public void run() {
    try {
      Backup.restore(source, directory);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
    System.out.println("restored to " + directory);
  }
}
