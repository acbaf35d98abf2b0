package io.sensorium.simulator.town;

/**
 * A building where people stay.
 *
 * @param name unique in its town, such as {@code shop-12}
 * @param position the building's middle
 * @param spot where its door meets the street
 * @param suburb whether it lies in the suburb rather than the centre
 */
public record Place(String name, PlaceKind kind, Point position, StreetSpot spot, boolean suburb) {}
