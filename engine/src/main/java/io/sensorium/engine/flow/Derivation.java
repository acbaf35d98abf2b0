package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.analysis.matching.RoadMatcher;
import io.sensorium.analysis.matching.Roads;
import io.sensorium.core.time.ZoneLookup;

/** What events are derived by, beside the signals: the modes' models, the time zones, the map. */
public record Derivation(LegAnalysis legs, ZoneLookup zones, Roads roads) {

  /** Without a map. */
  public Derivation(LegAnalysis legs, ZoneLookup zones) {
    this(legs, zones, Roads.UNKNOWN);
  }

  /** The versions that events are derived with, by that edition of the map. */
  String basis(RoadMatcher matcher) {
    var map = matcher.version();
    return foldVersion() + "/" + zones.version() + (map.isEmpty() ? "" : "/" + map);
  }

  /** Changes whenever the same signals may give other events; then all are derived again. */
  String foldVersion() {
    return FoldCursor.VERSION + "/" + legs.version();
  }
}
