package io.sensorium.analysis.matching;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;

/** Brings the way of a leg onto the roads of one edition of the map. Safe for many threads. */
public interface RoadMatcher {

  /** Knows no roads. */
  RoadMatcher NONE =
      new RoadMatcher() {
        @Override
        public String version() {
          return "";
        }

        @Override
        public Path match(TransportMode mode, Path travelled, FixTrack raw) {
          return travelled;
        }

        @Override
        public List<ZoneStretch> zones(Path matched) {
          return List.of();
        }
      };

  /** Names the edition of the map; empty when there is none. */
  String version();

  /**
   * The way of a leg along the roads. The same input gives the same answer.
   *
   * <p>First and last vertex stay as they are; those between follow the shape of the roads, with a
   * road type and a limit from each vertex to the next. Where no road fits, and in modes that need
   * none, the way stays as it was travelled.
   *
   * @param travelled by the smoothed fixes
   * @param raw the fixes, which tell how accurate they are
   */
  Path match(TransportMode mode, Path travelled, FixTrack raw);

  /**
   * The zones of a way that was matched by this edition: its stretches, each as long as can be, in
   * their order. Where the way is on no road, or on one that this edition does not have, there is
   * none.
   */
  List<ZoneStretch> zones(Path matched);
}
