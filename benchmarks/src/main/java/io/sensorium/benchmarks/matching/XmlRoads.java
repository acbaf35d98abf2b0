package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.roads.RoadClass;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.RoadGraphBuilder;
import io.sensorium.atlas.roads.Travel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The roads for cars of a small map that is a file of XML, which the server does not import. */
final class XmlRoads extends DefaultHandler {

  private record Way(long id, List<Long> nodes, Map<String, String> tags) {}

  private final Map<Long, int[]> nodes = new TreeMap<>();
  private final List<Way> ways = new ArrayList<>();
  private @Nullable Way way;

  private XmlRoads() {}

  static RoadGraph read(Path file, Path scratch) throws IOException {
    var roads = new XmlRoads();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      SAXParserFactory.newInstance().newSAXParser().parse(in, roads);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is no map", e);
    }
    return roads.graph(scratch);
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    switch (name) {
      case "node" ->
          nodes.put(
              Long.valueOf(attributes.getValue("id")),
              new int[] {e7(attributes.getValue("lat")), e7(attributes.getValue("lon"))});
      case "way" ->
          way =
              new Way(
                  Long.parseLong(attributes.getValue("id")), new ArrayList<>(), new HashMap<>());
      case "nd" -> {
        if (way != null) {
          way.nodes.add(Long.valueOf(attributes.getValue("ref")));
        }
      }
      case "tag" -> {
        if (way != null) {
          way.tags.put(attributes.getValue("k"), attributes.getValue("v"));
        }
      }
      default -> {
        // relations and bounds
      }
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    if (name.equals("way") && way != null) {
      ways.add(way);
      way = null;
    }
  }

  private static int e7(String degrees) {
    return (int) Math.round(Double.parseDouble(degrees) * 1e7);
  }

  private RoadGraph graph(Path scratch) throws IOException {
    var builder = new RoadGraphBuilder();
    for (var one : ways) {
      var highway = one.tags.getOrDefault("highway", "");
      for (var road : RoadClass.values()) {
        if (road.kind() == RoadClass.Kind.ROAD && road.tagValue().equals(highway)) {
          var oneway = one.tags.getOrDefault("oneway", "no");
          int access = Travel.CAR.bits(!oneway.equals("-1"), !oneway.equals("yes"));
          builder.addWay(
              new RoadGraphBuilder.WayFacts(one.id, road, access, -1),
              one.nodes.stream().mapToLong(id -> id).toArray(),
              one.nodes.size());
        }
      }
    }
    builder.finishWays();
    nodes.forEach((id, place) -> builder.setNode(id, place[0], place[1]));
    var directory = Files.createTempDirectory(scratch, "xml");
    builder.write(directory);
    return RoadGraph.open(directory);
  }
}
