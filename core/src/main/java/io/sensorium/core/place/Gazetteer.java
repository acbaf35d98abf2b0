package io.sensorium.core.place;

import io.sensorium.core.geo.LatLon;
import java.util.List;

/**
 * Tells the names of positions. The same version gives the same answers. Safe for use by many
 * threads.
 */
public interface Gazetteer {

  /** Knows no place at all. */
  Gazetteer NONE =
      new Gazetteer() {
        @Override
        public Address addressAt(LatLon position) {
          return Address.UNKNOWN;
        }

        @Override
        public List<PlaceCandidate> candidatesOf(Visit visit) {
          return List.of();
        }

        @Override
        public String version() {
          return "none";
        }
      };

  /** The address of a position. */
  Address addressAt(LatLon position);

  /** The places that the visit may have been to, the likeliest first, five at most. */
  List<PlaceCandidate> candidatesOf(Visit visit);

  /** Names the version of the data. */
  String version();
}
