package io.sensorium.benchmarks.matching;

import io.sensorium.benchmarks.matching.HiddenSigns.Protocol;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.core.time.ZoneLookup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Tells limits where the signs are hidden, over the regions that the method was tuned on and
 * others.
 */
final class HiddenSignsPart {

  private static final List<String> TUNED_ON = List.of("heidelberg", "portland-central-filtered");
  private static final List<String> OTHERS =
      List.of(
          "oslo-east-filtered",
          "porto",
          "andorra",
          "baltimore",
          "helsinki-centre",
          "liechtenstein-2015",
          "monaco-2016",
          "monaco-2021");

  /** What the tables mean. */
  static final List<String> NOTES =
      List.of(
          "Hidden signs: ways with a number as maxspeed; shares by length. Streets: the signs of a"
              + " fifth of the streets are hidden before the import, all ways with one name, or one"
              + " number, in the extract; the rest is learned from; five times over, so that each"
              + " way is hidden once. Ways: a fifth of the ways, drawn by their ids. All: no sign"
              + " is left, so the law alone tells.",
          "The method was tuned on heidelberg and portland-central-filtered, and on three small"
              + " extracts that are not in these tables; what a limit that is 10 km/h"
              + " off is worth was raised once after the others had been measured.",
          "Certainty: what was told of how sure a limit is, beside how often it was right.");

  private final Path datasets;
  private final ZoneLookup zones;
  private final Path scratch;

  HiddenSignsPart(Path datasets, ZoneLookup zones, Path scratch) {
    this.datasets = datasets;
    this.zones = zones;
    this.scratch = scratch;
  }

  /** Measures; adds what is asked. */
  List<Table> tables(List<Goal> goals) throws IOException {
    var tuned = measured(TUNED_ON);
    var others = measured(OTHERS);
    addGoals(goals, "regions not tuned on", others);
    addGoals(goals, "regions tuned on", tuned);
    return List.of(
        summary(tuned, others),
        classes("Hidden signs, regions not tuned on", others),
        classes("Hidden signs, regions tuned on", tuned),
        certainty(others));
  }

  private HiddenSigns measured(List<String> names) throws IOException {
    var hidden = new HiddenSigns(zones, scratch);
    for (var name : names) {
      hidden.add(name, datasets.resolve("osm-extracts").resolve(name + ".osm.pbf"));
    }
    return hidden;
  }

  private static void addGoals(List<Goal> goals, String where, HiddenSigns hidden) {
    for (var protocol : List.of(Protocol.STREETS, Protocol.WAYS)) {
      var what = "signs of " + protocol.word() + " hidden, " + where + ": ";
      var share = LimitShare.sum(hidden.shares(protocol).values());
      goals.add(Goal.atLeast(what + "limit exact", 70, share.exactPercent(), " %"));
      goals.add(Goal.atLeast(what + "within 10 km/h", 85, share.nearPercent(), " %"));
    }
  }

  private static Table summary(HiddenSigns tuned, HiddenSigns others) {
    var rows = new ArrayList<List<String>>();
    rows.addAll(extracts(others));
    rows.addAll(extracts(tuned));
    return table("Hidden signs by extract", rows);
  }

  private static List<List<String>> extracts(HiddenSigns hidden) {
    var names = new TreeMap<String, List<LimitShare>>();
    for (var protocol : Protocol.values()) {
      var byName = new TreeMap<String, LimitShare>();
      hidden
          .shares(protocol)
          .forEach(
              (what, share) ->
                  byName.merge(what.substring(0, what.indexOf(':')), share, LimitShare::plus));
      byName.put("together", LimitShare.sum(byName.values()));
      byName.forEach(
          (name, share) -> names.computeIfAbsent(name, _ -> new ArrayList<>()).add(share));
    }
    return names.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
  }

  private static Table classes(String title, HiddenSigns hidden) {
    var rows = new ArrayList<List<String>>();
    new TreeMap<>(hidden.shares(Protocol.STREETS))
        .forEach(
            (what, _) -> {
              var shares = new ArrayList<LimitShare>();
              for (var protocol : Protocol.values()) {
                shares.add(hidden.shares(protocol).getOrDefault(what, LimitShare.NONE));
              }
              rows.add(row(what, shares));
            });
    return table(title, rows);
  }

  private static Table table(String title, List<List<String>> rows) {
    var head = new ArrayList<String>(List.of("", "edges", "km"));
    for (var protocol : Protocol.values()) {
      head.add(protocol.word() + ": exact, %");
      head.add("within 10 km/h, %");
    }
    return new Table(title, head, rows);
  }

  private static List<String> row(String what, List<LimitShare> shares) {
    var row = new ArrayList<String>(List.of(what));
    row.add(Figures.count(shares.getFirst().edges()));
    row.add(Figures.decimals(shares.getFirst().meters() / 1_000, 1));
    for (var share : shares) {
      row.add(Figures.decimals(share.exactPercent(), 1));
      row.add(Figures.decimals(share.nearPercent(), 1));
    }
    return row;
  }

  private static Table certainty(HiddenSigns hidden) {
    var rows = new ArrayList<List<String>>();
    for (int tenth = 0; tenth <= 10; tenth++) {
      var row = new ArrayList<String>(List.of(Figures.decimals(0.1 * tenth, 1)));
      for (var protocol : List.of(Protocol.STREETS, Protocol.WAYS)) {
        var share = hidden.byCertainty(protocol).getOrDefault(tenth, LimitShare.NONE);
        row.add(Figures.decimals(share.meters() / 1_000, 1));
        row.add(share.meters() == 0 ? "-" : Figures.decimals(share.certainPercent(), 1));
        row.add(share.meters() == 0 ? "-" : Figures.decimals(share.exactPercent(), 1));
      }
      rows.add(row);
    }
    return new Table(
        "Certainty, regions not tuned on",
        List.of("from", "streets: km", "told, %", "exact, %", "ways: km", "told, %", "exact, %"),
        rows);
  }
}
