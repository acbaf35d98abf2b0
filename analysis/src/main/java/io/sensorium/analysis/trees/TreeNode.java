package io.sensorium.analysis.trees;

/** A node of a decision tree. */
public sealed interface TreeNode {

  /**
   * Asks one feature.
   *
   * @param below where values below the threshold go
   * @param above where all others go
   * @param missingBelow whether a missing value, which is NaN, goes with those below
   */
  record Split(int feature, float threshold, boolean missingBelow, TreeNode below, TreeNode above)
      implements TreeNode {}

  /** Adds to the score of the tree's class. */
  record Leaf(float score) implements TreeNode {}
}
