package io.sensorium.engine.flow;

import io.sensorium.analysis.matching.RoadMatcher;
import io.sensorium.analysis.matching.Roads;
import io.sensorium.analysis.matching.ZoneStretch;
import io.sensorium.core.driving.RoadZone;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.PathPoint;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;

/** A map on which all ways are of one type, and that can be switched to another. */
public final class NamedRoads implements Roads {

  private volatile RoadMatcher current = RoadMatcher.NONE;

  /** Switches to a map whose ways are of that type. */
  public void switchTo(String roadType) {
    current = new Named(roadType);
  }

  @Override
  public RoadMatcher current() {
    return current;
  }

  private record Named(String roadType) implements RoadMatcher {
    @Override
    public String version() {
      return roadType;
    }

    @Override
    public Path match(TransportMode mode, Path travelled, FixTrack raw) {
      return new Path(
          travelled.points().stream()
              .map(
                  it ->
                      new PathPoint(it.timeMicros(), it.position(), it.speedKmh(), roadType, 50.0))
              .toList());
    }

    @Override
    public List<ZoneStretch> zones(Path matched) {
      return List.of(new ZoneStretch(0, matched.points().size() - 1, RoadZone.NON_CITY));
    }
  }
}
