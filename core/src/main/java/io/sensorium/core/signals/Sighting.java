package io.sensorium.core.signals;

import io.sensorium.core.geo.LatLon;
import java.time.Instant;

/** Where somebody was at an instant. */
public record Sighting(Instant time, LatLon position) {}
