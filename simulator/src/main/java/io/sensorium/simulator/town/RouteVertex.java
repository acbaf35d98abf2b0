package io.sensorium.simulator.town;

/**
 * A vertex of a route.
 *
 * @param alongMeters way from the route's start
 * @param on what the route runs on from here to the next vertex
 * @param signal whether traffic lights stand here
 */
public record RouteVertex(Point at, double alongMeters, Roadway on, boolean signal) {}
