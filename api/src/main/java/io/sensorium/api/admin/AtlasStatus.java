package io.sensorium.api.admin;

import java.util.List;

/**
 * What is known of the earth.
 *
 * @param zonesVersion version of the time-zone data
 * @param maps that are served
 * @param missing fields of answers that are null everywhere, because no map has them
 */
public record AtlasStatus(String zonesVersion, List<Map> maps, List<String> missing) {

  public AtlasStatus {
    maps = List.copyOf(maps);
    missing = List.copyOf(missing);
  }

  /** A region and the version of it that is served. */
  public record Map(String name, String version) {}
}
