package io.sensorium.benchmarks.smoothing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.sensorium.analysis.legs.CleanTrack;
import io.sensorium.benchmarks.metrics.Quantiles;
import io.sensorium.benchmarks.mobilitynet.ReferencedWay;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.town.LocalPlane;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Real phones, beside a path that is fused from several of them: a reference, not the truth. */
final class RecordedPart {

  private static final int FEWEST_FIXES = 20;
  private static final long ENDS_MICROS = 60 * Micros.PER_SECOND;

  private RecordedPart() {}

  /** What one method's fixes are off by. */
  private static final class Distances {
    private final List<Double> sameSecond = new ArrayList<>();
    private final List<Double> cross = new ArrayList<>();
    private final Errors timed = new Errors();
    private final Errors across = new Errors();
    private final Errors speeds = new Errors();
    private final Errors lengths = new Errors();

    void add(FixTrack fixes, Estimate estimate, ReferencePath path) {
      for (int i = 0; i < estimate.size(); i++) {
        long micros = fixes.timeMicros(i);
        if (path.knows(micros)) {
          double meters = estimate.point(i).distanceMetersTo(path.point(micros));
          double crossMeters = path.crossMeters(estimate.point(i), micros);
          sameSecond.add(meters);
          cross.add(crossMeters);
          timed.add(meters, 0);
          across.add(crossMeters, 0);
        }
        if (path.knowsSpeed(micros)) {
          speeds.add(0, estimate.mps(i) - path.mps(micros));
        }
      }
      int last = estimate.size() - 1;
      if (fixes.timeMicros(0) - path.startMicros() <= ENDS_MICROS
          && path.endMicros() - fixes.timeMicros(last) <= ENDS_MICROS) {
        lengths.addWay(estimate.meters(0, last), path.meters());
      }
    }

    List<String> row(String name) {
      return List.of(
          name,
          Figures.count(timed.fixes()),
          Figures.decimals(Quantiles.median(sameSecond), 1),
          Figures.decimals(timed.meters(), 1),
          Figures.decimals(Quantiles.median(cross), 1),
          Figures.decimals(across.meters(), 1),
          Figures.decimals(speeds.mps(), 2),
          Figures.count(lengths.ways()),
          Figures.decimals(100 * lengths.lengthRatio(), 1));
    }
  }

  static Table table(List<ReferencedWay> ways) {
    var rows = new ArrayList<List<String>>();
    var phones = ways.stream().collect(groupingBy(ReferencedWay::phone, TreeMap::new, toList()));
    phones.forEach((phone, own) -> rows.addAll(rows(phone, own)));
    rows.addAll(rows("all", ways));
    return new Table(
        "MobilityNet, beside the reference path",
        List.of(
            "phone, method",
            "fixes",
            "m at the same second, median",
            "rms",
            "m across, median",
            "rms",
            "m/s, rms",
            "ways",
            "length %"),
        rows);
  }

  private static List<List<String>> rows(String phone, List<ReferencedWay> ways) {
    var raw = new Distances();
    var lines = new Distances();
    var smooth = new Distances();
    for (var way : ways) {
      var track = new CleanTrack(way.fixes());
      if (track.size() >= FEWEST_FIXES) {
        var fixes = SimulatedPart.accepted(way.fixes(), track);
        var plane = new LocalPlane(way.reference().position(0));
        var path = new ReferencePath(way.reference(), plane);
        raw.add(fixes, Estimate.raw(fixes, plane), path);
        lines.add(fixes, Estimate.lines(fixes, plane), path);
        smooth.add(fixes, Estimate.smooth(track, plane), path);
      }
    }
    return List.of(
        raw.row(phone + ", raw"), lines.row(phone + ", lines"), smooth.row(phone + ", smoothed"));
  }
}
