package io.sensorium.atlas.matching;

import io.sensorium.analysis.matching.RoadMatcher;
import io.sensorium.analysis.matching.Roads;
import io.sensorium.analysis.matching.ZoneStretch;
import io.sensorium.atlas.region.Atlas;
import io.sensorium.atlas.roads.NearEdges;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.RoadsLayer;
import io.sensorium.atlas.roads.Travel;
import io.sensorium.atlas.roads.ZoneFinder;
import io.sensorium.core.driving.RoadZone;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.ZoneLookup;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.TransportMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The roads of all regions of an atlas. */
public final class AtlasRoads implements Roads {

  /** Begins the name of an edition; raise it when the same map and fixes give other ways. */
  private static final String VERSION = "m3:";

  private static final int SAMPLES = 16;
  private static final double NEAR_METERS = 100;

  private final Atlas atlas;
  private final RoadsLayer layer;
  private final ZoneLookup zones;

  /**
   * Matches by the regions that have the layer.
   *
   * @param zones tell the local time at which a limit holds
   */
  public AtlasRoads(Atlas atlas, RoadsLayer layer, ZoneLookup zones) {
    this.atlas = atlas;
    this.layer = layer;
    this.zones = zones;
  }

  @Override
  public RoadMatcher current() {
    var edition = atlas.edition();
    var graphs = edition.layers(layer);
    return graphs.isEmpty()
        ? RoadMatcher.NONE
        : new EditionMatcher(VERSION + edition.version(), graphs, zones);
  }

  /** By what somebody goes who travels so; empty when no way leads there. */
  static Optional<Travel> travelOf(TransportMode mode) {
    return switch (mode) {
      case CAR, MOTORCYCLE -> Optional.of(Travel.CAR);
      case BUS -> Optional.of(Travel.BUS);
      case BIKING, ESCOOTER -> Optional.of(Travel.BICYCLE);
      case WALKING, RUNNING -> Optional.of(Travel.FOOT);
      case TRAIN, TRAM, SUBWAY -> Optional.of(Travel.RAIL);
      case FERRY, BOAT -> Optional.of(Travel.FERRY);
      case FLIGHT, IDLE, OTHER, INSUFFICIENT_DATA -> Optional.empty();
    };
  }

  private record EditionMatcher(String version, List<RoadGraph> graphs, ZoneLookup zones)
      implements RoadMatcher {

    @Override
    public Path match(TransportMode mode, Path travelled, FixTrack raw) {
      var travel = travelOf(mode);
      if (travel.isEmpty() || travelled.points().size() < 2) {
        return travelled;
      }
      var fixes = columns(travelled, raw);
      var graph = graphOf(fixes);
      if (graph.isEmpty()) {
        return travelled;
      }
      var matched = new Matcher(graph.get(), travel.get(), fixes, MatchSettings.DEFAULT).match();
      return new MatchedPath(graph.get(), travel.get(), matched, fixes, travelled, zones).path();
    }

    @Override
    public List<ZoneStretch> zones(Path matched) {
      var finder = new ZoneFinder(graphs);
      var points = matched.points();
      var stretches = new ArrayList<ZoneStretch>();
      for (int i = 0; i + 1 < points.size(); i++) {
        var zone = finder.find(points.get(i), points.get(i + 1));
        if (zone.isPresent()) {
          add(stretches, i, zone.get());
        }
      }
      return stretches;
    }

    private static void add(List<ZoneStretch> stretches, int point, RoadZone zone) {
      var last = stretches.isEmpty() ? null : stretches.getLast();
      if (last != null && last.lastPoint() == point && last.zone() == zone) {
        stretches.removeLast();
        stretches.add(new ZoneStretch(last.firstPoint(), point + 1, zone));
      } else {
        stretches.add(new ZoneStretch(point, point + 1, zone));
      }
    }

    private static FixColumns columns(Path travelled, FixTrack raw) {
      var fixes = new FixColumns(travelled.points().size());
      for (var point : travelled.points()) {
        int row = raw.firstRowAtOrAfter(point.timeMicros());
        boolean isFix = row < raw.size() && raw.timeMicros(row) == point.timeMicros();
        fixes.add(
            point.timeMicros(),
            (int) Math.round(point.position().latitudeDeg() * 1e7),
            (int) Math.round(point.position().longitudeDeg() * 1e7),
            isFix ? measured(raw.accuracyMm(row), 1e-3) : Double.NaN,
            isFix ? measured(raw.speedMmps(row), 1e-3) : Double.NaN,
            isFix ? measured(raw.bearingCdeg(row), 1e-2) : Double.NaN);
      }
      return fixes;
    }

    private static double measured(int value, double unit) {
      return value == FixTrack.ABSENT ? Double.NaN : value * unit;
    }

    /** The region with roads near most of the way. */
    private Optional<RoadGraph> graphOf(FixColumns fixes) {
      Optional<RoadGraph> best = Optional.empty();
      int most = 0;
      var near = new NearEdges();
      for (var graph : graphs) {
        int found = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
          int fix = (int) ((long) sample * (fixes.size() - 1) / (SAMPLES - 1));
          graph.grid().search(near, fixes.latitudeE7(fix), fixes.longitudeE7(fix), NEAR_METERS);
          found += near.size() > 0 ? 1 : 0;
        }
        if (found > most) {
          most = found;
          best = Optional.of(graph);
        }
      }
      return best;
    }
  }
}
