package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.matching.FixColumns;
import io.sensorium.atlas.matching.MatchSettings;
import io.sensorium.atlas.matching.Matcher;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.Travel;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Matches the rides of Itinero's tests and the tracks of GraphHopper's, beside GraphHopper. */
final class RidePart {

  private static final double NEAR_METERS = 10;
  private static final double SIGMA_METERS = 10;
  private static final Pattern TRACK_POINT =
      Pattern.compile("<trkpt\\s+lat=\"([^\"]+)\"\\s+lon=\"([^\"]+)\"");

  private final Path datasets;
  private final Path scratch;

  RidePart(Path datasets, Path scratch) {
    this.datasets = datasets;
    this.scratch = scratch;
  }

  /** A track, and what both matchers make of it. */
  private record Ride(TrackLine track, TrackLine ours, double offRoadMeters, TrackLine theirs) {}

  private Ride ride(FixColumns fixes, RoadGraph graph, Travel travel, GraphHopperMatcher peer) {
    var track = new TrackLine();
    for (int i = 0; i < fixes.size(); i++) {
      track.add(fixes.latitudeE7(i) * 1e-7, fixes.longitudeE7(i) * 1e-7);
    }
    var matched = new Matcher(graph, travel, fixes, MatchSettings.DEFAULT).match();
    var line = MatchedLine.of(graph, matched, fixes);
    var theirs =
        peer.match(fixes, SIGMA_METERS).map(GraphHopperMatcher::line).orElseGet(TrackLine::new);
    return new Ride(track, line.line(), line.offRoadMeters(), theirs);
  }

  /** The rides with an expected line. */
  Table itinero(List<Goal> goals) throws IOException, InterruptedException {
    var folder = datasets.resolve("itinero-mapmatching");
    var cases = Archives.unpack(folder.resolve("cases.tar.gz"), scratch.resolve("itinero"));
    var rows = new ArrayList<List<String>>();
    for (var mode : List.of("car", "bicycle")) {
      for (int number = 1; number <= (mode.equals("car") ? 5 : 9); number++) {
        boolean isReal = number >= 8;
        var network = isReal ? "bicycle-test8-network" : "car-test1-network";
        var file = folder.resolve(network + ".osm.pbf");
        var profile = mode.equals("car") ? "car" : "bike";
        var name = mode + "/test" + number;
        var ride =
            ride(
                track(cases.resolve(name + "-track.geojson")),
                Extract.graph(file, scratch),
                mode.equals("car") ? Travel.CAR : Travel.BICYCLE,
                new GraphHopperMatcher(file, scratch.resolve(network + profile), profile, 0));
        var expected = line(json(cases.resolve(name + ".json")).path("expected"));
        rows.add(row(name, ride, expected));
        if (isReal) {
          goals.add(
              Goal.atLeast(
                  name + ": expected way found",
                  98,
                  100 * expected.shareWithin(ride.ours, NEAR_METERS),
                  " %"));
        }
      }
    }
    return new Table(
        "Itinero's rides",
        List.of(
            "ride",
            "expected, m",
            "expected found, %",
            "found expected, %",
            "GraphHopper: expected found, %",
            "found expected, %"),
        rows);
  }

  private static List<String> row(String name, Ride ride, TrackLine expected) {
    return List.of(
        name,
        Figures.count(Math.round(expected.lengthMeters())),
        Figures.decimals(100 * expected.shareWithin(ride.ours, NEAR_METERS), 1),
        Figures.decimals(100 * ride.ours.shareWithin(expected, NEAR_METERS), 1),
        Figures.decimals(100 * expected.shareWithin(ride.theirs, NEAR_METERS), 1),
        Figures.decimals(100 * ride.theirs.shareWithin(expected, NEAR_METERS), 1));
  }

  /** The tracks without an expected line: a way must not be a detour. */
  Table tracks(List<Goal> goals) throws IOException {
    var folder = datasets.resolve("graphhopper-mapmatching");
    var andorra = datasets.resolve("osm-extracts").resolve("andorra.osm.pbf");
    var rows = new ArrayList<List<String>>();
    rows.add(
        track("andorra_for_map_matching", andorra, Extract.graph(andorra, scratch), folder, goals));
    var names = List.of("issue-13", "issue-70");
    var maps = List.of("map-issue13.osm.gz", "issue-70.osm.gz");
    for (int i = 0; i < names.size(); i++) {
      var map = folder.resolve(maps.get(i));
      rows.add(track(names.get(i), map, XmlRoads.read(map, scratch), folder, goals));
    }
    return new Table(
        "GraphHopper's tracks: metres",
        List.of("track", "as recorded", "matched", "of it off the road", "by GraphHopper"),
        rows);
  }

  private List<String> track(String name, Path map, RoadGraph graph, Path folder, List<Goal> goals)
      throws IOException {
    var peer = new GraphHopperMatcher(map, scratch.resolve("track-" + name), "car", 0);
    var ride = ride(gpx(folder.resolve(name + ".gpx")), graph, Travel.CAR, peer);
    double recorded = ride.track.lengthMeters();
    goals.add(
        Goal.atMost(
            name + ": matched length by recorded", 1.3, ride.ours.lengthMeters() / recorded, ""));
    return List.of(
        name,
        Figures.count(Math.round(recorded)),
        Figures.count(Math.round(ride.ours.lengthMeters())),
        Figures.count(Math.round(ride.offRoadMeters)),
        Figures.count(Math.round(ride.theirs.lengthMeters())));
  }

  private static FixColumns gpx(Path file) throws IOException {
    var found = TRACK_POINT.matcher(Files.readString(file)).results().toList();
    var fixes = new FixColumns(found.size());
    for (var point : found) {
      add(fixes, Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)));
    }
    return fixes;
  }

  private static FixColumns track(Path geoJson) throws IOException {
    var coordinates = json(geoJson).path("features").path(0).path("geometry").path("coordinates");
    var fixes = new FixColumns(coordinates.size());
    for (var point : coordinates) {
      add(fixes, point.path(1).asDouble(), point.path(0).asDouble());
    }
    return fixes;
  }

  /* The files tell no times that could be: a fix each five seconds. */
  private static void add(FixColumns fixes, double latitudeDeg, double longitudeDeg) {
    fixes.add(
        fixes.size() * 5_000_000L,
        (int) Math.round(latitudeDeg * 1e7),
        (int) Math.round(longitudeDeg * 1e7),
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }

  private static TrackLine line(JsonNode lineString) {
    var line = new TrackLine();
    for (var point : lineString.path("coordinates")) {
      line.add(point.path(1).asDouble(), point.path(0).asDouble());
    }
    return line;
  }

  private static JsonNode json(Path file) {
    return new JsonMapper().readTree(file.toFile());
  }
}
