package io.sensorium.server.cli;

import picocli.CommandLine.Command;

/** Commands that the launcher itself runs; they stand here so that the help lists them. */
final class LauncherCommands {

  private LauncherCommands() {}

  /** {@code ./sensorium test}. */
  @Command(
      name = "test",
      description = "Runs every check and test of the project (from a source checkout).",
      mixinStandardHelpOptions = true)
  static final class Test implements Runnable {
    @Override
    public void run() {
      throw new UserMistake("'test' needs the launcher ./sensorium of a source checkout");
    }
  }

  /** {@code ./sensorium bench}. */
  @Command(
      name = "bench",
      description = "Runs the benchmarks and prints a table (from a source checkout).",
      mixinStandardHelpOptions = true)
  static final class Bench implements Runnable {
    @Override
    public void run() {
      throw new UserMistake("'bench' needs the launcher ./sensorium of a source checkout");
    }
  }
}
