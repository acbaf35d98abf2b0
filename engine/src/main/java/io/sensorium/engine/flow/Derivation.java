package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.core.time.ZoneLookup;

/** What events are derived by, beside the signals: the modes' models and the time zones. */
public record Derivation(LegAnalysis legs, ZoneLookup zones) {

  /** The versions that events are derived with now. */
  String basis() {
    return foldVersion() + "/" + zones.version();
  }

  /** Changes whenever the same signals may give other events; then all are derived again. */
  String foldVersion() {
    return FoldCursor.VERSION + "/" + legs.version();
  }
}
