package io.sensorium.atlas.limits;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.ZoneLookup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells the country of a place by its time zone: no zone of the map spans two countries. */
public final class Countries {

  private static final String RESOURCE = "countries-of-zones.tsv";

  private final ZoneLookup zones;
  private final Map<String, String> byZone = new HashMap<>();

  /** Reads which zone is of which country; the file is that of the time-zone database. */
  public Countries(ZoneLookup zones) {
    this.zones = zones;
    var resource = Objects.requireNonNull(Countries.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .forEach(
              line -> {
                int tab = line.indexOf('\t');
                byZone.put(line.substring(0, tab), line.substring(tab + 1));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ISO 3166-1 code of the country; empty at sea. */
  public Optional<String> find(int latitudeE7, int longitudeE7) {
    var zone = zones.zoneAt(new LatLon(latitudeE7 * 1e-7, longitudeE7 * 1e-7));
    return Optional.ofNullable(byZone.get(zone.getId()));
  }
}
