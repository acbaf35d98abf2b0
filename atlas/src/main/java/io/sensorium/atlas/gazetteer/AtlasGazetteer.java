package io.sensorium.atlas.gazetteer;

import io.sensorium.atlas.places.MapPlaces;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.place.Address;
import io.sensorium.core.place.Gazetteer;
import io.sensorium.core.place.PlaceCandidate;
import io.sensorium.core.place.Visit;
import java.util.List;
import java.util.function.Supplier;

/** Names by the maps of regions, and where those have none by the cities of the world. */
public final class AtlasGazetteer implements Gazetteer {

  /**
   * The maps as they are at one time.
   *
   * @param version names them all; empty when there are none
   */
  public record Maps(String version, List<MapAddresses> addresses, List<MapPlaces> places) {

    public Maps {
      addresses = List.copyOf(addresses);
      places = List.copyOf(places);
    }
  }

  private final WorldGazetteer world;
  private final Supplier<Maps> maps;

  /** Asks for the maps at every question, so that they can be switched while serving. */
  public AtlasGazetteer(WorldGazetteer world, Supplier<Maps> maps) {
    this.world = world;
    this.maps = maps;
  }

  @Override
  public Address addressAt(LatLon position) {
    var address = Address.UNKNOWN;
    for (var region : maps.get().addresses()) {
      address = address.orElse(region.addressAt(position));
    }
    return address.country() != null && address.city() != null
        ? address
        : address.orElse(world.addressAt(position));
  }

  @Override
  public List<PlaceCandidate> candidatesOf(Visit visit) {
    for (var region : maps.get().places()) {
      var candidates = region.candidatesOf(visit);
      if (!candidates.isEmpty()) {
        return candidates;
      }
    }
    return List.of();
  }

  @Override
  public String version() {
    var mapped = maps.get().version();
    return mapped.isEmpty() ? world.version() : world.version() + "," + mapped;
  }
}
