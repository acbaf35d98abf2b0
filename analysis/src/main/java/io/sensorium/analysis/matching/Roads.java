package io.sensorium.analysis.matching;

/** The roads as they are known now; may change to another edition of the map at any time. */
@FunctionalInterface
public interface Roads {

  /** No roads are known. */
  Roads UNKNOWN = () -> RoadMatcher.NONE;

  /** What matches by the edition that is known now. */
  RoadMatcher current();
}
