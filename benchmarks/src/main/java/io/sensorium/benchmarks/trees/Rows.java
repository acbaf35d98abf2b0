package io.sensorium.benchmarks.trees;

import java.util.Arrays;
import java.util.List;

/** Labelled rows to learn from. Mutable while it is filled. */
public final class Rows {

  private final List<String> features;
  private final List<String> classes;
  private float[][] columns;
  private int[] labels = new int[1_024];
  private double[] weights = new double[1_024];
  private int size;

  /** Prepares rows of these features and classes. */
  public Rows(List<String> features, List<String> classes) {
    this.features = List.copyOf(features);
    this.classes = List.copyOf(classes);
    columns = new float[features.size()][1_024];
  }

  /**
   * Adds a row.
   *
   * @param values of the features; NaN where one is missing
   * @param weight how much it counts, above 0
   */
  public void add(double[] values, int label, double weight) {
    if (values.length != columns.length || label < 0 || label >= classes.size() || !(weight > 0)) {
      throw new IllegalArgumentException("not a row of these features and classes");
    }
    if (size == labels.length) {
      grow();
    }
    for (int i = 0; i < values.length; i++) {
      columns[i][size] = (float) values[i];
    }
    labels[size] = label;
    weights[size++] = weight;
  }

  private void grow() {
    labels = Arrays.copyOf(labels, 2 * size);
    weights = Arrays.copyOf(weights, 2 * size);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Arrays.copyOf(columns[i], 2 * size);
    }
  }

  /** The features in order. */
  public List<String> features() {
    return features;
  }

  /** The classes in order. */
  public List<String> classes() {
    return classes;
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  float value(int feature, int row) {
    return columns[feature][row];
  }

  int label(int row) {
    return labels[row];
  }

  double weight(int row) {
    return weights[row];
  }
}
