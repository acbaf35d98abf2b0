package io.sensorium.analysis.legs;

import java.util.ArrayList;
import java.util.List;

/** Steps {@code from} (inclusive) to {@code to} (exclusive) of a trip with one kind of motion. */
record MotionSpan(Motion motion, int from, int to) {

  private static final int LEAST_WALK_STEPS = 6;
  private static final int LEAST_WALK_STEPS_BETWEEN = 9;

  /**
   * All spans of a trip; short walks are part of their neighbours.
   *
   * @param probabilities of each step, then of each motion
   */
  static List<MotionSpan> listOf(double[][] probabilities) {
    var motions = MotionDecoder.decode(probabilities);
    var spans = new ArrayList<MotionSpan>();
    int from = 0;
    for (int step = 1; step <= motions.length; step++) {
      if (step == motions.length || motions[step] != motions[from]) {
        add(spans, new MotionSpan(motions[from], from, step));
        from = step;
      }
    }
    mergeShortWalks(spans);
    return List.copyOf(spans);
  }

  /** Appends a span, joined with the last one if both are the same motion. */
  private static void add(List<MotionSpan> spans, MotionSpan span) {
    if (!spans.isEmpty() && spans.getLast().motion == span.motion) {
      var last = spans.removeLast();
      spans.add(new MotionSpan(span.motion, last.from, span.to));
    } else {
      spans.add(span);
    }
  }

  private static void mergeShortWalks(List<MotionSpan> spans) {
    var all = List.copyOf(spans);
    spans.clear();
    for (int i = 0; i < all.size(); i++) {
      var span = all.get(i);
      boolean inner = i > 0 && i < all.size() - 1;
      boolean sameAround = inner && all.get(i - 1).motion == all.get(i + 1).motion;
      int least = sameAround ? LEAST_WALK_STEPS_BETWEEN : LEAST_WALK_STEPS;
      boolean isShort = span.motion == Motion.WALK && span.to - span.from < least;
      if (isShort && !spans.isEmpty()) {
        add(spans, new MotionSpan(spans.getLast().motion, span.from, span.to));
      } else if (isShort && i + 1 < all.size()) {
        add(spans, new MotionSpan(all.get(i + 1).motion, span.from, span.to));
      } else {
        add(spans, span);
      }
    }
  }

  /** Mean probability of this motion over the span's steps. */
  double ratio(double[][] probabilities) {
    double sum = 0;
    for (int step = from; step < to; step++) {
      sum += probabilities[step][motion.ordinal()];
    }
    return sum / (to - from);
  }
}
