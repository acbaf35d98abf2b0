package io.sensorium.analysis.legs;

/** Cuts a trip at its long halts: between two of them nobody gets in or out. */
final class LongHalts {

  private static final double HALT_MPS = 0.7;
  private static final int LEAST_STEPS = 12;

  private final int[] from;
  private final int[] to;

  LongHalts(Steps steps) {
    int size = steps.size();
    from = new int[size];
    to = new int[size];
    int begin = 0;
    int step = 0;
    while (step < size) {
      int end = step;
      while (end < size && steps.speedMps(end) < HALT_MPS) {
        end++;
      }
      if (end - step >= LEAST_STEPS) {
        mark(begin, step);
        mark(step, end);
        begin = end;
      }
      step = Math.max(end, step + 1);
    }
    mark(begin, size);
  }

  private void mark(int begin, int end) {
    for (int step = begin; step < end; step++) {
      from[step] = begin;
      to[step] = end;
    }
  }

  /** First step of the part that a step lies in: a long halt, or what lies between two. */
  int from(int step) {
    return from[step];
  }

  /** The step behind the last one of that part. */
  int to(int step) {
    return to[step];
  }
}
