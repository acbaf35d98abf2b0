package io.sensorium.analysis.trees;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * The text form of an ensemble: a line of version, of classes, of features and of base scores, then
 * a line for each tree.
 *
 * <p>A tree's line has the number of its class and its nodes in preorder: {@code 3<1.5} asks
 * feature 3 and {@code 3<1.5?} sends a missing value with those below; {@code =0.25} is a leaf.
 * Numbers are written so that they read back to the same bits.
 */
public final class TreeText {

  private static final String VERSION = "trees 1";

  private TreeText() {}

  /** Writes an ensemble. */
  public static String write(Ensemble ensemble) {
    var text = new StringBuilder(VERSION).append('\n');
    text.append("classes ").append(String.join(" ", ensemble.classes())).append('\n');
    text.append("features ").append(String.join(" ", ensemble.features())).append('\n');
    text.append("base");
    ensemble.base().forEach(score -> text.append(' ').append(score));
    text.append('\n');
    for (var tree : ensemble.trees()) {
      text.append(tree.classNumber());
      write(tree.root(), text);
      text.append('\n');
    }
    return text.toString();
  }

  private static void write(TreeNode node, StringBuilder text) {
    switch (node) {
      case TreeNode.Leaf leaf -> text.append(" =").append(leaf.score());
      case TreeNode.Split split -> {
        text.append(' ').append(split.feature()).append('<').append(split.threshold());
        text.append(split.missingBelow() ? "?" : "");
        write(split.below(), text);
        write(split.above(), text);
      }
    }
  }

  /**
   * Reads an ensemble.
   *
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  public static Ensemble read(String text) {
    var lines = text.lines().toList();
    if (lines.size() < 4 || !lines.getFirst().equals(VERSION)) {
      throw new IllegalArgumentException("line 1: not a file of trees of this version");
    }
    var base = new ArrayList<Float>();
    var trees = new ArrayList<Ensemble.Tree>();
    for (int i = 3; i < lines.size(); i++) {
      try {
        if (i == 3) {
          words(lines.get(i), "base").forEach(word -> base.add(Float.valueOf(word)));
        } else {
          trees.add(tree(lines.get(i)));
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return new Ensemble(
        words(lines.get(1), "classes"), words(lines.get(2), "features"), base, trees);
  }

  private static List<String> words(String line, String first) {
    var words = List.of(line.strip().split("\\s+", -1));
    if (!words.getFirst().equals(first)) {
      throw new IllegalArgumentException("'" + first + "' is missing");
    }
    return words.subList(1, words.size());
  }

  private static Ensemble.Tree tree(String line) {
    var words = List.of(line.strip().split("\\s+", -1)).iterator();
    int classNumber = Integer.parseInt(words.next());
    var root = node(words);
    if (words.hasNext()) {
      throw new IllegalArgumentException("nodes behind the end of the tree");
    }
    return new Ensemble.Tree(classNumber, root);
  }

  private static TreeNode node(Iterator<String> words) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException("the tree breaks off");
    }
    var word = words.next();
    if (word.startsWith("=")) {
      return new TreeNode.Leaf(Float.parseFloat(word.substring(1)));
    }
    int sign = word.indexOf('<');
    if (sign < 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "neither a leaf nor a split: %s", word));
    }
    boolean missingBelow = word.endsWith("?");
    var threshold = word.substring(sign + 1, word.length() - (missingBelow ? 1 : 0));
    return new TreeNode.Split(
        Integer.parseInt(word.substring(0, sign)),
        Float.parseFloat(threshold),
        missingBelow,
        node(words),
        node(words));
  }
}
