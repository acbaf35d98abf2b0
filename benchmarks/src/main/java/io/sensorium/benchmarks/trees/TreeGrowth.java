package io.sensorium.benchmarks.trees;

import io.sensorium.analysis.trees.TreeNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Grows one tree over binned rows. */
final class TreeGrowth {

  private final Binned binned;
  private final BoostedTrees.Settings settings;
  private final double[] gradient;
  private final double[] hessian;
  private final int[] features;

  TreeGrowth(
      Binned binned,
      BoostedTrees.Settings settings,
      double[] gradient,
      double[] hessian,
      SplittableRandom random) {
    this.binned = binned;
    this.settings = settings;
    this.gradient = gradient;
    this.hessian = hessian;
    this.features = choose(binned.features(), settings.featureShare(), random);
  }

  private static int[] choose(int count, double share, SplittableRandom random) {
    var all = new int[count];
    for (int i = 0; i < count; i++) {
      all[i] = i;
    }
    int wanted = Math.max(1, (int) Math.ceil(count * share));
    for (int i = 0; i < wanted; i++) {
      int other = i + random.nextInt(count - i);
      int swapped = all[i];
      all[i] = all[other];
      all[other] = swapped;
    }
    var chosen = Arrays.copyOf(all, wanted);
    Arrays.sort(chosen);
    return chosen;
  }

  /** Sums of the derivatives of a node's rows, by feature and bin. */
  private static final class Histogram {
    private final double[][] gradients;
    private final double[][] hessians;
    private final double gradient;
    private final double hessian;

    Histogram(double[][] gradients, double[][] hessians, double gradient, double hessian) {
      this.gradients = gradients;
      this.hessians = hessians;
      this.gradient = gradient;
      this.hessian = hessian;
    }
  }

  private record Choice(int feature, int bin, boolean missingBelow, double gain) {}

  TreeNode grow(int[] rows) {
    return grow(rows, histogram(rows), settings.depth());
  }

  private TreeNode grow(int[] rows, Histogram histogram, int depth) {
    var choice = depth == 0 ? null : choose(histogram);
    if (choice == null) {
      double score =
          settings.learningRate() * histogram.gradient / (histogram.hessian + settings.lambda());
      return new TreeNode.Leaf((float) score);
    }
    int belowCount = 0;
    var below = new int[rows.length];
    var above = new int[rows.length];
    byte[] column = binned.column(choice.feature);
    for (int i = 0; i < rows.length; i++) {
      int bin = column[rows[i]];
      boolean isBelow = bin == Binned.MISSING ? choice.missingBelow : bin <= choice.bin;
      if (isBelow) {
        below[belowCount++] = rows[i];
      } else {
        above[i - belowCount] = rows[i];
      }
    }
    below = Arrays.copyOf(below, belowCount);
    above = Arrays.copyOf(above, rows.length - belowCount);
    boolean belowIsSmaller = below.length < above.length;
    var smaller = histogram(belowIsSmaller ? below : above);
    var larger = minus(histogram, smaller);
    return new TreeNode.Split(
        choice.feature,
        binned.limit(choice.feature, choice.bin),
        choice.missingBelow,
        grow(below, belowIsSmaller ? smaller : larger, depth - 1),
        grow(above, belowIsSmaller ? larger : smaller, depth - 1));
  }

  private Histogram histogram(int[] rows) {
    var gradients = new double[features.length][Binned.BINS + 1];
    var hessians = new double[features.length][Binned.BINS + 1];
    for (int f = 0; f < features.length; f++) {
      byte[] column = binned.column(features[f]);
      double[] g = gradients[f];
      double[] h = hessians[f];
      for (int row : rows) {
        int bin = column[row];
        g[bin] += gradient[row];
        h[bin] += hessian[row];
      }
    }
    double g = 0;
    double h = 0;
    for (int row : rows) {
      g += gradient[row];
      h += hessian[row];
    }
    return new Histogram(gradients, hessians, g, h);
  }

  private static Histogram minus(Histogram whole, Histogram part) {
    int features = whole.gradients.length;
    var gradients = new double[features][Binned.BINS + 1];
    var hessians = new double[features][Binned.BINS + 1];
    for (int f = 0; f < features; f++) {
      for (int bin = 0; bin <= Binned.BINS; bin++) {
        gradients[f][bin] = whole.gradients[f][bin] - part.gradients[f][bin];
        hessians[f][bin] = whole.hessians[f][bin] - part.hessians[f][bin];
      }
    }
    return new Histogram(
        gradients, hessians, whole.gradient - part.gradient, whole.hessian - part.hessian);
  }

  private @Nullable Choice choose(Histogram histogram) {
    @Nullable Choice best = null;
    for (int f = 0; f < features.length; f++) {
      best = better(best, choose(histogram, f, false));
      if (histogram.hessians[f][Binned.MISSING] > 0) {
        best = better(best, choose(histogram, f, true));
      }
    }
    return best;
  }

  private static @Nullable Choice better(@Nullable Choice one, @Nullable Choice other) {
    return one == null || (other != null && other.gain > one.gain) ? other : one;
  }

  private @Nullable Choice choose(Histogram histogram, int f, boolean missingBelow) {
    double[] gradients = histogram.gradients[f];
    double[] hessians = histogram.hessians[f];
    double g = missingBelow ? gradients[Binned.MISSING] : 0;
    double h = missingBelow ? hessians[Binned.MISSING] : 0;
    double before = fit(histogram.gradient, histogram.hessian);
    @Nullable Choice best = null;
    for (int bin = 0; bin + 1 < binned.count(features[f]); bin++) {
      g += gradients[bin];
      h += hessians[bin];
      double otherH = histogram.hessian - h;
      if (h < settings.leastWeight() || otherH < settings.leastWeight()) {
        continue;
      }
      double gain = fit(g, h) + fit(histogram.gradient - g, otherH) - before;
      if (gain > 1e-9 && (best == null || gain > best.gain)) {
        best = new Choice(features[f], bin, missingBelow, gain);
      }
    }
    return best;
  }

  private double fit(double g, double h) {
    return g * g / (h + settings.lambda());
  }
}
