package io.sensorium.benchmarks.trees;

import io.sensorium.analysis.trees.Ensemble;
import io.sensorium.analysis.trees.TreeNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns trees by gradient boosting: each tree is fitted to what those before it have left, for one
 * class of several.
 *
 * <p>After Friedman, "Greedy function approximation: a gradient boosting machine" (2001), with
 * leaves of the second order after Chen and Guestrin, "XGBoost" (2016), on histograms. The same
 * rows and settings give the same trees.
 */
public final class BoostedTrees {

  /**
   * How to learn.
   *
   * @param rounds trees for each class
   * @param learningRate how much of a tree's fit is taken over
   * @param lambda how much leaves are drawn to 0
   * @param leastWeight the least second derivative of the rows of a leaf
   * @param rowShare of the rows that each round looks at
   * @param featureShare of the features that each tree looks at
   */
  public record Settings(
      int rounds,
      int depth,
      double learningRate,
      double lambda,
      double leastWeight,
      double rowShare,
      double featureShare,
      long seed) {

    /** The same with other draws. */
    Settings withSeed(long otherSeed) {
      return new Settings(
          rounds, depth, learningRate, lambda, leastWeight, rowShare, featureShare, otherSeed);
    }

    /** Checks the ranges. */
    public Settings {
      if (rounds < 0 || depth < 1 || depth > 12 || !(learningRate > 0) || !(lambda >= 0)) {
        throw new IllegalArgumentException("settings out of range");
      }
      if (!(rowShare > 0 && rowShare <= 1 && featureShare > 0 && featureShare <= 1)) {
        throw new IllegalArgumentException("shares must be within 0..1");
      }
    }
  }

  private final Rows rows;
  private final Settings settings;
  private final Binned binned;
  private final int classes;

  /** Scores of each class, then of each row. */
  private final double[][] scores;

  private BoostedTrees(Rows rows, Settings settings) {
    this.rows = rows;
    this.settings = settings;
    this.binned = new Binned(rows);
    this.classes = rows.classes().size();
    this.scores = new double[classes][rows.size()];
  }

  /** Learns an ensemble that tells the rows' classes. */
  public static Ensemble learn(Rows rows, Settings settings) {
    return new BoostedTrees(rows, settings).learn();
  }

  /**
   * Learns several ensembles by different draws of rows and features, and takes the mean of their
   * scores: where there are few rows, a single one hangs on the draw.
   */
  public static Ensemble learnMean(Rows rows, Settings settings, int ensembles) {
    var learned =
        IntStream.range(0, ensembles)
            .parallel()
            .mapToObj(i -> learn(rows, settings.withSeed(settings.seed() + i)))
            .toList();
    var trees =
        learned.stream()
            .flatMap(one -> one.trees().stream())
            .map(tree -> new Ensemble.Tree(tree.classNumber(), scaled(tree.root(), ensembles)))
            .toList();
    return new Ensemble(rows.classes(), rows.features(), learned.getFirst().base(), trees);
  }

  private static TreeNode scaled(TreeNode node, int by) {
    return switch (node) {
      case TreeNode.Leaf leaf -> new TreeNode.Leaf(leaf.score() / by);
      case TreeNode.Split split ->
          new TreeNode.Split(
              split.feature(),
              split.threshold(),
              split.missingBelow(),
              scaled(split.below(), by),
              scaled(split.above(), by));
    };
  }

  private Ensemble learn() {
    var base = base();
    for (int c = 0; c < classes; c++) {
      Arrays.fill(scores[c], base.get(c));
    }
    var random = new SplittableRandom(settings.seed());
    var trees = new ArrayList<Ensemble.Tree>();
    for (int round = 0; round < settings.rounds(); round++) {
      int[] chosen = choose(random);
      var shares = shares(chosen);
      var seeds = random.longs(classes).toArray();
      var grown =
          IntStream.range(0, classes)
              .parallel()
              .mapToObj(c -> grow(c, chosen, shares[c], seeds[c]))
              .toList();
      for (int c = 0; c < classes; c++) {
        trees.add(new Ensemble.Tree(c, grown.get(c)));
      }
    }
    return new Ensemble(rows.classes(), rows.features(), base, trees);
  }

  /** The logarithms of the classes' shares. */
  private List<Float> base() {
    var weights = new double[classes];
    double sum = 0;
    for (int row = 0; row < rows.size(); row++) {
      weights[rows.label(row)] += rows.weight(row);
      sum += rows.weight(row);
    }
    double total = sum;
    return Arrays.stream(weights)
        .mapToObj(weight -> (float) StrictMath.log((weight + 1e-6) / (total + 1e-6)))
        .toList();
  }

  private int[] choose(SplittableRandom random) {
    var chosen = new int[rows.size()];
    int count = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (settings.rowShare() == 1 || random.nextDouble() < settings.rowShare()) {
        chosen[count++] = row;
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  /** The probability of each class, for each chosen row. */
  private double[][] shares(int[] chosen) {
    var shares = new double[classes][chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      int row = chosen[i];
      double greatest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < classes; c++) {
        greatest = Math.max(greatest, scores[c][row]);
      }
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        shares[c][i] = StrictMath.exp(scores[c][row] - greatest);
        sum += shares[c][i];
      }
      for (int c = 0; c < classes; c++) {
        shares[c][i] /= sum;
      }
    }
    return shares;
  }

  private TreeNode grow(int classNumber, int[] chosen, double[] shares, long seed) {
    var gradient = new double[rows.size()];
    var hessian = new double[rows.size()];
    for (int i = 0; i < chosen.length; i++) {
      int row = chosen[i];
      double truth = rows.label(row) == classNumber ? 1 : 0;
      gradient[row] = rows.weight(row) * (truth - shares[i]);
      hessian[row] = rows.weight(row) * Math.max(1e-6, shares[i] * (1 - shares[i]));
    }
    var tree =
        new TreeGrowth(binned, settings, gradient, hessian, new SplittableRandom(seed))
            .grow(chosen);
    addScores(scores[classNumber], tree);
    return tree;
  }

  private void addScores(double[] classScores, TreeNode tree) {
    for (int row = 0; row < classScores.length; row++) {
      var node = tree;
      while (node instanceof TreeNode.Split split) {
        float value = rows.value(split.feature(), row);
        boolean below = value < split.threshold() || (split.missingBelow() && Float.isNaN(value));
        node = below ? split.below() : split.above();
      }
      if (node instanceof TreeNode.Leaf leaf) {
        classScores[row] += leaf.score();
      }
    }
  }
}
