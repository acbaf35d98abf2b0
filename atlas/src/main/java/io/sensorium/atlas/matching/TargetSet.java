package io.sensorium.atlas.matching;

/** The directed edges of the candidates of one step. */
final class TargetSet {

  private final Candidates candidates;
  private int first;
  private int end;
  private int size;

  TargetSet(Candidates candidates) {
    this.candidates = candidates;
  }

  /** Takes the candidates from one on to before another; those off the road do not count. */
  void set(int first, int end) {
    this.first = first;
    this.end = end;
    size = 0;
    for (int candidate = first; candidate < end; candidate++) {
      if (!candidates.isOffRoad(candidate)) {
        size++;
      }
    }
  }

  int size() {
    return size;
  }

  boolean contains(int directed) {
    for (int candidate = first; candidate < end; candidate++) {
      if (candidates.directed[candidate] == directed) {
        return true;
      }
    }
    return false;
  }
}
