package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.matching.FixColumns;
import io.sensorium.atlas.matching.MatchSettings;
import io.sensorium.atlas.matching.MatchedTrack;
import io.sensorium.atlas.matching.Matcher;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.Travel;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Matches drives that are simulated over extracts of the map. */
final class DrivePart {

  private static final long SEED = 5;
  private static final double LEAST_METERS = 3_000;
  private static final double MOST_METERS = 12_000;
  private static final List<String> HEAD = List.of("speed, course", "sigma, m", "a fix each");

  private static final int DRIVES_EACH = 40;
  private static final int TUNED_ON_EACH = 20;

  private final List<Extract> extracts;
  private final List<GraphHopperMatcher> peers = new ArrayList<>();
  private final List<List<SimulatedDrive>> drives = new ArrayList<>();

  /** Simulates the drives. */
  DrivePart(List<Extract> extracts, Path scratch) {
    this.extracts = List.copyOf(extracts);
    for (var extract : extracts) {
      drives.add(list(extract.graph(), DRIVES_EACH, LEAST_METERS, MOST_METERS));
      var directory = scratch.resolve("drives-" + extract.name());
      peers.add(
          new GraphHopperMatcher(
              extract.file(), directory, "car", GraphHopperMatcher.USUAL_NETWORK_EDGES));
    }
  }

  /** Simulated drives of some length. */
  static List<SimulatedDrive> list(
      RoadGraph graph, int count, double leastMeters, double mostMeters) {
    var random = new Random(SEED);
    var found = new ArrayList<SimulatedDrive>();
    while (found.size() < count) {
      DrivenRoute.find(graph, random, leastMeters, mostMeters)
          .ifPresent(route -> found.add(new SimulatedDrive(graph, route, random)));
    }
    return found;
  }

  private DriveOutcome outcome(int extract, int firstDrive, int endDrive, DrivePhone phone) {
    var graph = extracts.get(extract).graph();
    var outcome = DriveOutcome.NONE;
    for (int i = firstDrive; i < endDrive; i++) {
      var drive = drives.get(extract).get(i);
      var matched = match(graph, phone.fixes(drive, i));
      outcome = outcome.plus(DriveOutcome.of(graph, drive.route(), matched));
    }
    return outcome;
  }

  private static MatchedTrack match(RoadGraph graph, FixColumns fixes) {
    return new Matcher(graph, Travel.CAR, fixes, MatchSettings.DEFAULT).match();
  }

  /** Tables by phone; adds what is asked of the drives that were not tuned on. */
  List<Table> tables(List<Goal> goals) {
    var rows = new ArrayList<List<String>>();
    var peerRows = new ArrayList<List<String>>();
    for (var phone : DrivePhone.all()) {
      var tuned = DriveOutcome.NONE;
      var other = DriveOutcome.NONE;
      var row = new ArrayList<String>(phone.cells());
      for (int extract = 0; extract < extracts.size(); extract++) {
        tuned = tuned.plus(outcome(extract, 0, TUNED_ON_EACH, phone));
        var outcome = outcome(extract, TUNED_ON_EACH, DRIVES_EACH, phone);
        other = other.plus(outcome);
        row.add(Figures.decimals(outcome.mismatchPercent(), 2));
      }
      row.add(Figures.decimals(other.mismatchPercent(), 2));
      row.add(Figures.decimals(other.rightClassPercent(), 2));
      row.add(Figures.decimals(other.rightLimitPercent(), 2));
      row.add(Figures.decimals(tuned.mismatchPercent(), 2));
      rows.add(row);
      if (!phone.tellsCourse()) {
        peerRows.add(peerRow(phone));
      }
      addGoals(goals, phone, other);
    }
    var head = new ArrayList<String>(HEAD);
    extracts.forEach(extract -> head.add(extract.name()));
    head.addAll(List.of("all", "class right, %", "limit right, %", "all tuned on"));
    var peerHead = new ArrayList<String>(HEAD);
    peerHead.addAll(List.of("Sensorium", "GraphHopper", "without answer"));
    return List.of(
        new Table("Drives not tuned on: route mismatch in % of the true length", head, rows),
        new Table(
            "The same drives beside GraphHopper: the median drive's mismatch by way, %",
            peerHead, peerRows));
  }

  private List<String> peerRow(DrivePhone phone) {
    var wrong = new ArrayList<Double>();
    var peerWrong = new ArrayList<Double>();
    int unanswered = 0;
    for (int extract = 0; extract < extracts.size(); extract++) {
      var graph = extracts.get(extract).graph();
      var peer = peers.get(extract);
      for (int i = TUNED_ON_EACH; i < DRIVES_EACH; i++) {
        var drive = drives.get(extract).get(i);
        var fixes = phone.fixes(drive, i);
        var truth = WayMeters.of(graph, drive.route());
        var result = peer.match(fixes, phone.sigmaMeters());
        if (result.isEmpty()) {
          unanswered++;
          continue;
        }
        double percent = 100 / drive.lengthMeters();
        wrong.add(percent * truth.wrongMeters(WayMeters.of(graph, match(graph, fixes))));
        peerWrong.add(percent * truth.wrongMeters(new WayMeters(peer.metersByWay(result.get()))));
      }
    }
    var row = new ArrayList<String>(phone.cells());
    row.add(Figures.decimals(median(wrong), 2));
    row.add(Figures.decimals(median(peerWrong), 2));
    row.add(Integer.toString(unanswered));
    return row;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void addGoals(List<Goal> goals, DrivePhone phone, DriveOutcome all) {
    goals.add(
        Goal.atMost(
            phone + ": mismatch", phone.mostMismatchPercent(), all.mismatchPercent(), " %"));
    if (phone.everySeconds() == 1) {
      goals.add(Goal.atLeast(phone + ": class right", 98, all.rightClassPercent(), " %"));
      goals.add(
          Goal.atLeast(phone + ": limit right, of signed", 97, all.rightLimitPercent(), " %"));
    }
  }
}
