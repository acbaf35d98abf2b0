package io.sensorium.core.driving;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well somebody drove, side by side.
 *
 * @param ratios each score that there is enough data for, 0 to 1
 */
public record DrivingScores(Map<Score, Double> ratios) {
  /*
   * Scores are served with two decimals, and whatever is computed of several scores is computed of
   * those, so that a reader who computes it again finds the same.
   */

  public static final DrivingScores NONE = new DrivingScores(Map.of());

  /** Decimals that a score is served with. */
  public static final int DECIMALS = 2;

  private static final List<Score> PARTS_OF_OVERALL =
      List.of(Score.SMOOTH, Score.LEGAL, Score.ANTICIPATIVE);

  public DrivingScores {
    var copy = new EnumMap<Score, Double>(Score.class);
    copy.putAll(ratios);
    copy.forEach(
        (score, ratio) -> {
          if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException(score + " must be within 0..1: " + ratio);
          }
        });
    ratios = Collections.unmodifiableMap(copy);
  }

  /** A score with the decimals that it is served with; null when there is too little data. */
  public @Nullable Double find(Score score) {
    var exact = exact(score);
    return exact == null ? null : exact.doubleValue();
  }

  /**
   * The mean of those of smooth, legal and anticipative that there is data for; null without any.
   *
   * @param decimals how many decimals the mean is rounded to
   */
  public @Nullable Double overall(int decimals) {
    var parts = PARTS_OF_OVERALL.stream().map(this::exact).filter(part -> part != null).toList();
    return mean(parts, decimals);
  }

  /**
   * One score of all use of the phone: handheld_calling x handling_without_calling x
   * handsfree_calling^0.16; null unless all three are known.
   */
  public @Nullable Double attention() {
    var handheld = find(Score.HANDHELD_CALLING);
    var handling = find(Score.HANDLING_WITHOUT_CALLING);
    var handsfree = find(Score.HANDSFREE_CALLING);
    if (handheld == null || handling == null || handsfree == null) {
      return null;
    }
    double exponent = 0.16; // calls without holding the phone distract least
    double product = handheld * handling * StrictMath.pow(handsfree, exponent);
    return rounded(product).doubleValue();
  }

  @Nullable BigDecimal exact(Score score) {
    var ratio = ratios.get(score);
    return ratio == null ? null : rounded(ratio);
  }

  static @Nullable Double mean(List<BigDecimal> parts, int decimals) {
    if (parts.isEmpty()) {
      return null;
    }
    return parts.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(parts.size()), decimals, RoundingMode.HALF_UP)
        .doubleValue();
  }

  private static BigDecimal rounded(double ratio) {
    return BigDecimal.valueOf(ratio).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
