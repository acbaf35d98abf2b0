package io.sensorium.analysis.trees;

import java.util.List;

/**
 * Trees whose leaves add up to a score for each class.
 *
 * @param base the score of each class before any tree is asked
 */
public record Ensemble(
    List<String> classes, List<String> features, List<Float> base, List<Tree> trees) {

  /** A tree, and the class whose score it adds to. */
  public record Tree(int classNumber, TreeNode root) {}

  /** Checks that trees name classes and features that there are. */
  public Ensemble {
    classes = List.copyOf(classes);
    features = List.copyOf(features);
    base = List.copyOf(base);
    trees = List.copyOf(trees);
    if (classes.size() < 2 || base.size() != classes.size()) {
      throw new IllegalArgumentException("two classes or more, each with a base score");
    }
    for (var tree : trees) {
      if (tree.classNumber() < 0 || tree.classNumber() >= classes.size()) {
        throw new IllegalArgumentException("no class " + tree.classNumber());
      }
      check(tree.root(), features.size());
    }
  }

  private static void check(TreeNode node, int features) {
    if (node instanceof TreeNode.Split split) {
      if (split.feature() < 0 || split.feature() >= features) {
        throw new IllegalArgumentException("no feature " + split.feature());
      }
      check(split.below(), features);
      check(split.above(), features);
    }
  }
}
