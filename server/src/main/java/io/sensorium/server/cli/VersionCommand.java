package io.sensorium.server.cli;

import io.sensorium.server.Version;
import picocli.CommandLine.Command;

/** {@code ./sensorium version}. */
@Command(name = "version", description = "Prints the version.", mixinStandardHelpOptions = true)
final class VersionCommand implements Runnable {

  @Override
  public void run() {
    System.out.println("sensorium " + Version.current());
  }
}
