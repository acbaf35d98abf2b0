package io.sensorium.benchmarks.matching;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.matching.MapMatching;
import com.graphhopper.matching.MatchResult;
import com.graphhopper.matching.Observation;
import com.graphhopper.util.GHUtility;
import com.graphhopper.util.PMap;
import com.graphhopper.util.shapes.GHPoint;
import io.sensorium.atlas.matching.FixColumns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** GraphHopper's matcher, for comparison, over one map. */
final class GraphHopperMatcher {

  /** As GraphHopper has it for maps of some size. */
  static final int USUAL_NETWORK_EDGES = 200;

  private static final String WAY_ID = "osm_way_id";

  private final GraphHopper hopper = new GraphHopper();
  private final String profile;

  /**
   * Imports a map.
   *
   * @param profile {@code car} or {@code bike}
   * @param leastNetworkEdges parts of the network with fewer edges are left out
   */
  GraphHopperMatcher(Path map, Path directory, String profile, int leastNetworkEdges) {
    this.profile = profile;
    hopper.setOSMFile(map.toString());
    hopper.setGraphHopperLocation(directory.toString());
    hopper.setEncodedValuesString(
        "car_access, car_average_speed, road_access, bike_priority, mtb_rating, bike_access,"
            + " roundabout, bike_average_speed, hike_rating, "
            + WAY_ID);
    hopper.setProfiles(
        new Profile(profile).setCustomModel(GHUtility.loadCustomModelFromJar(profile + ".json")));
    hopper.setMinNetworkSize(leastNetworkEdges);
    hopper.importOrLoad();
  }

  /** The way of a track; empty where GraphHopper gives no answer. */
  Optional<MatchResult> match(FixColumns fixes, double sigmaMeters) {
    var matching = MapMatching.fromGraphHopper(hopper, new PMap().putObject("profile", profile));
    matching.setMeasurementErrorSigma(sigmaMeters);
    var observations = new ArrayList<Observation>(fixes.size());
    for (int i = 0; i < fixes.size(); i++) {
      observations.add(
          new Observation(new GHPoint(fixes.latitudeE7(i) * 1e-7, fixes.longitudeE7(i) * 1e-7)));
    }
    try {
      return Optional.of(matching.match(observations));
    } catch (IllegalArgumentException noAnswer) {
      return Optional.empty();
    }
  }

  /** Metres on each way of OpenStreetMap. */
  Map<Long, Double> metersByWay(MatchResult result) {
    var wayId = hopper.getEncodingManager().getIntEncodedValue(WAY_ID);
    var meters = new HashMap<Long, Double>();
    for (var edge : result.getMergedPath().calcEdges()) {
      meters.merge((long) edge.get(wayId), edge.getDistance(), Double::sum);
    }
    return meters;
  }

  /** The line of a matched way. */
  static TrackLine line(MatchResult result) {
    var points = result.getMergedPath().calcPoints();
    var line = new TrackLine();
    for (int i = 0; i < points.size(); i++) {
      line.add(points.getLat(i), points.getLon(i));
    }
    return line;
  }
}
