package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.analysis.matching.RoadMatcher;
import io.sensorium.analysis.matching.Roads;
import io.sensorium.analysis.surroundings.Surroundings;
import io.sensorium.core.time.ZoneLookup;
import java.util.function.Supplier;

/**
 * What events are derived by, beside the signals: the modes' models, the time zones, the map.
 *
 * @param legs by the models alone
 * @param roads the roads as they are known now
 * @param surroundings as they are known now; may change to those of another map at any time
 */
public record Derivation(
    LegAnalysis legs, ZoneLookup zones, Roads roads, Supplier<Surroundings> surroundings) {

  /** Without a map. */
  public Derivation(LegAnalysis legs, ZoneLookup zones) {
    this(legs, zones, Roads.UNKNOWN, () -> Surroundings.UNKNOWN);
  }

  /**
   * What one trip is derived by: its legs are not told by different maps.
   *
   * @param basis the versions of all that it is derived by
   */
  record OfTrip(LegAnalysis legs, RoadMatcher roads, String basis) {}

  /** What a trip is derived by now. */
  OfTrip ofTrip() {
    var known = legs.by(surroundings.get());
    var matcher = roads.current();
    var map = matcher.version();
    var basis = foldVersion(known) + "/" + zones.version() + (map.isEmpty() ? "" : "/" + map);
    return new OfTrip(known, matcher, basis);
  }

  /** The versions that stays are derived by; no map is among them. */
  String basisOfStays() {
    return foldVersion() + "/" + zones.version();
  }

  /**
   * Changes whenever the same signals may give other stays and trips, or other models tell legs;
   * then all is derived again. A map changes how trips are told, and nothing else.
   */
  String foldVersion() {
    return foldVersion(legs);
  }

  private static String foldVersion(LegAnalysis legs) {
    return FoldCursor.VERSION + "/" + legs.version();
  }
}
