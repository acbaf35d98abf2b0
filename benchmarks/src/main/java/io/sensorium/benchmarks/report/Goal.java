package io.sensorium.benchmarks.report;

import java.util.List;

/**
 * A figure that the project has a goal for.
 *
 * @param asked the goal in words, such as {@code <= 5 s}
 */
public record Goal(String what, String asked, String measured, boolean met) {

  /** A goal that a figure must not exceed. */
  public static Goal atMost(String what, double limit, double measured, String unit) {
    return of(what, "<= ", limit, measured, unit, measured <= limit);
  }

  public static Goal atLeast(String what, double limit, double measured, String unit) {
    return of(what, ">= ", limit, measured, unit, measured >= limit);
  }

  private static Goal of(
      String what, String sign, double limit, double measured, String unit, boolean met) {
    var asked = sign + trimmed(limit) + unit;
    return new Goal(what, asked, measured(measured) + unit, met);
  }

  private static String measured(double value) {
    return value == 0 ? "0" : Figures.decimals(value, value < 1 ? 4 : 2);
  }

  private static String trimmed(double limit) {
    return limit == Math.rint(limit) ? Figures.count((long) limit) : Double.toString(limit);
  }

  public static Table table(List<Goal> goals) {
    return new Table(
        "Goals",
        List.of("goal", "asked", "measured", "met"),
        goals.stream()
            .map(g -> List.of(g.what(), g.asked(), g.measured(), g.met() ? "yes" : "**no**"))
            .toList());
  }
}
