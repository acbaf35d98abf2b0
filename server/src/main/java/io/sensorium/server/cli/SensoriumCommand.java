package io.sensorium.server.cli;

import io.sensorium.server.Version;
import io.sensorium.server.config.ConfigException;
import io.sensorium.store.StoreException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./sensorium}: all commands. */
@Command(
    name = "sensorium",
    description = "A self-hosted sensing server: raw signals in, their meaning out.",
    mixinStandardHelpOptions = true,
    versionProvider = SensoriumCommand.Versions.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      MapCommand.class,
      VerifyCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      MqttCommand.class,
      VersionCommand.class,
      LauncherCommands.Test.class,
      LauncherCommands.Bench.class,
      TrainCommand.class
    })
public final class SensoriumCommand implements Runnable {

  /** What a command exits with. */
  static final int OK = 0;

  /** Something broke. */
  static final int FAILED = 1;

  /** Something that whoever called can put right. */
  static final int MISTAKE = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command line and returns the exit code. */
  public static int execute(String... args) {
    var commandLine = new CommandLine(new SensoriumCommand());
    commandLine.setExecutionExceptionHandler((e, line, _) -> report(e, line.getErr()));
    return commandLine.execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: a command is missing.");
  }

  private static int report(Exception e, PrintWriter err) {
    boolean mistake = e instanceof UserMistake || e instanceof ConfigException;
    if (mistake || (e instanceof StoreException && e.getCause() == null)) {
      err.println("sensorium: " + e.getMessage());
      return MISTAKE;
    }
    err.println("sensorium: " + e);
    for (var cause = e.getCause(); cause != null; cause = cause.getCause()) {
      err.println("  because: " + cause);
    }
    return FAILED;
  }

  /** The version, for {@code --version}. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"sensorium " + Version.current()};
    }
  }
}
