package io.sensorium.analysis.trees;

import java.util.List;

/**
 * An ensemble that is ready to be asked. Immutable; asking allocates nothing.
 *
 * <p>All nodes lie in flat arrays, in preorder: what is below a split follows it.
 */
public final class TreeModel {

  private static final int LEAF = -1;

  private final List<String> classes;
  private final List<String> features;
  private final float[] base;
  private final int[] roots;
  private final int[] classNumbers;
  private final int[] feature;
  private final int[] above;
  private final boolean[] missingBelow;

  /** The threshold of a split, the score of a leaf. */
  private final float[] number;

  private int size;

  /** Lays out an ensemble. */
  public TreeModel(Ensemble ensemble) {
    classes = ensemble.classes();
    features = ensemble.features();
    base = new float[classes.size()];
    for (int i = 0; i < base.length; i++) {
      base[i] = ensemble.base().get(i);
    }
    int trees = ensemble.trees().size();
    int nodes = ensemble.trees().stream().mapToInt(tree -> count(tree.root())).sum();
    roots = new int[trees];
    classNumbers = new int[trees];
    feature = new int[nodes];
    above = new int[nodes];
    missingBelow = new boolean[nodes];
    number = new float[nodes];
    for (int i = 0; i < trees; i++) {
      roots[i] = size;
      classNumbers[i] = ensemble.trees().get(i).classNumber();
      add(ensemble.trees().get(i).root());
    }
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  public static TreeModel of(String text) {
    return new TreeModel(TreeText.read(text));
  }

  private static int count(TreeNode node) {
    return node instanceof TreeNode.Split split
        ? 1 + count(split.below()) + count(split.above())
        : 1;
  }

  private void add(TreeNode node) {
    int at = size++;
    switch (node) {
      case TreeNode.Leaf leaf -> {
        feature[at] = LEAF;
        number[at] = leaf.score();
      }
      case TreeNode.Split split -> {
        feature[at] = split.feature();
        number[at] = split.threshold();
        missingBelow[at] = split.missingBelow();
        add(split.below());
        above[at] = size;
        add(split.above());
      }
    }
  }

  /** The classes in order. */
  public List<String> classNames() {
    return classes;
  }

  /** The features in order. */
  public List<String> featureNames() {
    return features;
  }

  /**
   * Writes the score of each class.
   *
   * @param values of the features; NaN where one is missing
   */
  public void scores(double[] values, double[] scoresOut) {
    for (int i = 0; i < base.length; i++) {
      scoresOut[i] = base[i];
    }
    for (int tree = 0; tree < roots.length; tree++) {
      int at = roots[tree];
      while (feature[at] != LEAF) {
        double value = values[feature[at]];
        boolean below = value < number[at] || (missingBelow[at] && Double.isNaN(value));
        at = below ? at + 1 : above[at];
      }
      scoresOut[classNumbers[tree]] += number[at];
    }
  }

  /** Writes the probability of each class: the scores' exponentials, scaled to a sum of 1. */
  public void probabilities(double[] values, double[] out) {
    scores(values, out);
    double greatest = out[0];
    for (int i = 1; i < base.length; i++) {
      greatest = Math.max(greatest, out[i]);
    }
    double sum = 0;
    for (int i = 0; i < base.length; i++) {
      out[i] = StrictMath.exp(out[i] - greatest);
      sum += out[i];
    }
    for (int i = 0; i < base.length; i++) {
      out[i] /= sum;
    }
  }
}
