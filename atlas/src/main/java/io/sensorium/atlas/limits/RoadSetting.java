package io.sensorium.atlas.limits;

import io.sensorium.atlas.limits.LegalDefaults.Limit;
import java.util.List;

/**
 * What is known of a road besides the limit that a sign tells.
 *
 * @param country ISO 3166-1; empty where it is not known
 * @param kind number of the class of the road
 * @param law the limit that the law has for it
 * @param traits a number that roads built alike share, such as those with as many lanes
 * @param density how dense the houses around are, in steps; see {@code BuiltUp}
 * @param street a number that the ways of one street share; 0 when it has neither name nor number
 * @param spots places along it, evenly spread
 * @param ahead the signs that one meets first beyond its ends
 */
public record RoadSetting(
    String country,
    int kind,
    Limit law,
    int traits,
    int density,
    int street,
    List<Spot> spots,
    List<SignAhead> ahead) {

  /**
   * A place on the road.
   *
   * @param latitudeE7 degrees north times 10^7
   * @param longitudeE7 degrees east times 10^7
   */
  public record Spot(int latitudeE7, int longitudeE7) {}

  /**
   * A sign where the road goes on, with whatever name.
   *
   * @param code its {@link LimitCode}
   * @param meters how far it is
   * @param shareRatio of what part of this road it is told, 0 to 1
   */
  public record SignAhead(int code, double meters, double shareRatio) {}

  public RoadSetting {
    spots = List.copyOf(spots);
    ahead = List.copyOf(ahead);
  }
}
