package io.sensorium.benchmarks;

import io.sensorium.benchmarks.alarms.AlarmsBench;
import io.sensorium.benchmarks.corruption.CorruptionBench;
import io.sensorium.benchmarks.fold.FoldBench;
import io.sensorium.benchmarks.home.HomeBench;
import io.sensorium.benchmarks.live.DayBench;
import io.sensorium.benchmarks.live.LiveBench;
import io.sensorium.benchmarks.matching.AtlasBench;
import io.sensorium.benchmarks.matching.MatchingBench;
import io.sensorium.benchmarks.mobilitynet.HeldOutBench;
import io.sensorium.benchmarks.mobilitynet.LearnBench;
import io.sensorium.benchmarks.mobilitynet.MobilityNetBench;
import io.sensorium.benchmarks.month.MonthBench;
import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.places.PlacesBench;
import io.sensorium.benchmarks.reads.ReadsBench;
import io.sensorium.benchmarks.recognition.RecognitionBench;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Machine;
import io.sensorium.benchmarks.report.RecordedResults;
import io.sensorium.benchmarks.sensors.SensorsBench;
import io.sensorium.benchmarks.smoothing.SmoothingBench;
import io.sensorium.benchmarks.surroundings.SurroundingsBench;
import io.sensorium.simulator.phone.NoiseProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code sensorium bench}. */
@Command(
    name = "sensorium bench",
    mixinStandardHelpOptions = true,
    description = {
      "Runs benchmarks against a real server and prints their results as Markdown.",
      "Without a name it lists them; the name 'all' runs each."
    })
public final class Main implements Callable<Integer> {

  private static final String ALL = "all";

  /** How wrong the simulated phones are. */
  enum Noise {
    CLEAN,
    WHOLE,
    ORDINARY,
    ROUGH;

    NoiseProfile profile() {
      return switch (this) {
        case CLEAN -> NoiseProfile.CLEAN;
        case WHOLE -> NoiseProfile.WHOLE;
        case ORDINARY -> NoiseProfile.ORDINARY;
        case ROUGH -> NoiseProfile.ROUGH;
      };
    }
  }

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The benchmark to run.")
  private @Nullable String name;

  @Option(
      names = "--datasets",
      paramLabel = "DIR",
      defaultValue = "../shared/data",
      description =
          "Folder of real data, for mobilitynet, modes, learn, smoothing, places, alarms, matching and atlas (default: ${DEFAULT-VALUE}).")
  private Path datasets = Path.of("../shared/data");

  @Option(
      names = "--noise",
      paramLabel = "KIND",
      defaultValue = "whole",
      description = "Simulated phones of month: ${COMPLETION-CANDIDATES} (default: whole).")
  private Noise noise = Noise.WHOLE;

  @Option(
      names = "--part",
      paramLabel = "PART",
      split = ",",
      defaultValue = "tracks,rides,drives,speed",
      description = "Parts of matching to run: ${COMPLETION-CANDIDATES} (default: all).")
  private Set<MatchingBench.Part> parts = EnumSet.allOf(MatchingBench.Part.class);

  @Option(names = "--record", description = "Also write the results into benchmarks/README.md.")
  private boolean record;

  public static void main(String[] args) {
    var line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (exception, command, _) -> {
          if (exception instanceof BenchException) {
            command.getErr().println("sensorium bench: " + exception.getMessage());
            return CommandLine.ExitCode.USAGE;
          }
          exception.printStackTrace(command.getErr());
          return CommandLine.ExitCode.SOFTWARE;
        });
    System.exit(line.execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isReadable(Path.of("/proc/self/stat"))) {
      throw new BenchException("the benchmarks read /proc, so they need Linux");
    }
    var launcher = Launcher.find();
    var benches = benches(launcher);
    if (record && parts.size() < MatchingBench.Part.values().length) {
      throw new ParameterException(
          command.commandLine(), "--record writes whole results, so it does not go with --part.");
    }
    if (name == null) {
      list(benches);
      return CommandLine.ExitCode.OK;
    }
    var chosen = benches.stream().filter(this::isChosen).toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(command.commandLine(), "There is no benchmark '" + name + "'.");
    }
    for (var bench : chosen) {
      run(bench, launcher);
    }
    return CommandLine.ExitCode.OK;
  }

  private boolean isChosen(Bench bench) {
    return bench.name().equals(name) || (ALL.equals(name) && !bench.writesSources());
  }

  private List<Bench> benches(Launcher launcher) {
    return List.of(
        new MobilityNetBench(launcher, datasets, System.err),
        new HeldOutBench(launcher, datasets, System.err),
        new LearnBench(launcher, datasets),
        new SurroundingsBench(datasets, System.err),
        new MonthBench(launcher, noise.profile(), System.err),
        new CorruptionBench(launcher, System.err),
        new HomeBench(launcher, System.err),
        new DayBench(launcher, System.err),
        new LiveBench(launcher, System.err),
        new ReadsBench(launcher, System.err),
        new SensorsBench(launcher, System.err),
        new AlarmsBench(launcher, datasets, System.err),
        new SmoothingBench(datasets),
        new PlacesBench(datasets, System.err),
        new FoldBench(),
        new MatchingBench(datasets, parts),
        new AtlasBench(datasets),
        new RecognitionBench());
  }

  private void list(List<Bench> benches) {
    var out = command.commandLine().getOut();
    benches.forEach(bench -> out.printf("%-12s %s%n", bench.name(), bench.purpose()));
    out.printf("%-12s %s%n", ALL, "each that writes no sources, one after the other");
    out.flush();
  }

  private void run(Bench bench, Launcher launcher) throws IOException, InterruptedException {
    PrintWriter out = command.commandLine().getOut();
    var report = bench.run();
    var text = report.markdown(Machine.read().describe());
    out.println(text);
    out.flush();
    if (record) {
      new RecordedResults(launcher.resultsFile()).record(report.bench(), text);
    }
  }
}
