package io.sensorium.benchmarks.smoothing;

import io.sensorium.benchmarks.report.Figures;
import java.util.ArrayList;
import java.util.List;

/** The errors of the three methods on the same fixes. */
record Comparison(Errors raw, Errors lines, Errors smooth) {

  static final List<String> COLUMNS =
      List.of(
          "m: raw",
          "lines",
          "smoothed",
          "m/s: raw",
          "lines",
          "smoothed",
          "length %: raw",
          "lines",
          "smoothed");

  Comparison() {
    this(new Errors(), new Errors(), new Errors());
  }

  private List<Errors> all() {
    return List.of(raw, lines, smooth);
  }

  List<String> cells() {
    var cells = new ArrayList<String>();
    all().forEach(errors -> cells.add(Figures.decimals(errors.meters(), 2)));
    all().forEach(errors -> cells.add(Figures.decimals(errors.mps(), 2)));
    all().forEach(errors -> cells.add(Figures.decimals(100 * errors.lengthRatio(), 1)));
    return cells;
  }
}
