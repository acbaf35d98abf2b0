package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.replay.Replay;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.benchmarks.timeline.ModeClass;
import io.sensorium.benchmarks.metrics.ModeSteps;
import io.sensorium.core.signals.ActivitySample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The runs of MobilityNet, with what is known of them. */
public final class RealRuns {

  private static final Pattern VARIANT = Pattern.compile("_(pilot|bak)$");

  /**
   * One run of one phone.
   *
   * @param route what its carrier set out to do; the same for all phones that were carried along
   * @param counts whether it has enough fixes to be counted
   * @param lyingStill whether nobody touched the phone all the time
   */
  public record Run(
      String phone,
      String route,
      LocalDate day,
      Interval when,
      boolean counts,
      boolean lyingStill,
      Replay recording,
      List<Leg> legs,
      List<Interval> trips) {

    public Run {
      legs = List.copyOf(legs);
      trips = List.copyOf(trips);
    }
  }

  /** A moving part of a trip whose mode is known. */
  public record Leg(Interval when, ModeClass mode) {}

  private RealRuns() {}

  /**
   * Reads all runs.
   *
   * @param datasets the folder that holds the folder {@code mobilitynet}
   */
  public static List<Run> read(Path datasets) throws IOException {
    var folder = datasets.resolve("mobilitynet");
    if (!Files.isDirectory(folder.resolve("runs"))) {
      throw new BenchException(
          "no MobilityNet data in " + folder + "; name its parent: --datasets");
    }
    var truth = GroundTruth.read(folder);
    var runs = new ArrayList<Run>();
    try (var files = Files.list(folder.resolve("runs"))) {
      for (var file : files.filter(PhoneRun::isLocationFile).sorted().toList()) {
        runs.add(run(PhoneRun.of(file), truth));
      }
    }
    return runs;
  }

  private static Run run(PhoneRun run, GroundTruth truth) throws IOException {
    var signals = RunSignals.read(run);
    return new Run(
        run.phone(),
        VARIANT.matcher(run.spec()).replaceFirst(""),
        run.day(),
        run.when(),
        signals.fixes().size() >= RunResult.FEWEST_FIXES,
        run.isStationary(),
        new Replay(
            signals.fixes().sortedDistinct(),
            signals.activity().stream().sorted(ActivitySample.ORDER).distinct().toList()),
        truth.legsOf(run).stream().map(leg -> new Leg(leg.when(), leg.mode())).toList(),
        truth.tripsOf(run));
  }
}
