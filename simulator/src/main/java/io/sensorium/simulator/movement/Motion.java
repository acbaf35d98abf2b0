package io.sensorium.simulator.movement;

import io.sensorium.simulator.town.Point;

/**
 * Where somebody truly is at an instant, and how they move.
 *
 * @param bearingDeg course, degrees clockwise from north; the last one while standing still
 */
public record Motion(Point position, double speedMps, double bearingDeg) {}
