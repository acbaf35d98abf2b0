package io.sensorium.simulator.truth;

import io.sensorium.core.geo.LatLon;

/** Where a person truly was at an instant. */
public record TruePoint(long timeMicros, LatLon position) {}
