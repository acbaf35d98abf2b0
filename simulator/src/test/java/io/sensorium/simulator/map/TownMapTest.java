package io.sensorium.simulator.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.atlas.osm.ElementType;
import io.sensorium.atlas.osm.Members;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.osm.OsmVisitor;
import io.sensorium.atlas.osm.Tags;
import io.sensorium.simulator.town.Flow;
import io.sensorium.simulator.town.RoadClass;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TownSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownMapTest {

  @TempDir private Path directory;

  private record Node(int latitudeE7, int longitudeE7) {}

  private record Way(List<Long> nodes, Map<String, String> tags) {}

  private record Relation(List<Long> ways, Map<String, String> tags) {}

  /** What is in a map's file. */
  private static final class Content implements OsmVisitor {

    private final Map<Long, Node> nodes = new HashMap<>();
    private final Map<Long, Way> ways = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private final Set<String> words = new HashSet<>();

    @Override
    public void node(long id, int latitudeE7, int longitudeE7, Tags tags) {
      nodes.put(id, new Node(latitudeE7, longitudeE7));
      toMap(tags);
    }

    @Override
    public void way(long id, long[] nodeIds, int nodeCount, Tags tags) {
      ways.put(id, new Way(Arrays.stream(nodeIds, 0, nodeCount).boxed().toList(), toMap(tags)));
    }

    @Override
    public void relation(long id, Members members, Tags tags) {
      var memberWays = new ArrayList<Long>();
      for (int i = 0; i < members.size(); i++) {
        if (members.type(i) == ElementType.WAY) {
          memberWays.add(members.id(i));
        }
      }
      relations.add(new Relation(memberWays, toMap(tags)));
    }

    private Map<String, String> toMap(Tags tags) {
      var map = new HashMap<String, String>();
      for (int i = 0; i < tags.size(); i++) {
        map.put(tags.key(i), tags.value(i));
        words.add(tags.key(i) + "=" + tags.value(i));
      }
      return map;
    }

    Way way(long id) {
      return Objects.requireNonNull(ways.get(id));
    }

    Node node(long id) {
      return Objects.requireNonNull(nodes.get(id));
    }
  }

  private Content mapOf(Town town) throws IOException {
    var content = new Content();
    OsmFile.open(TownMap.write(town, directory.resolve("town.osm.pbf")))
        .read(EnumSet.allOf(ElementType.class), content, _ -> {});
    return content;
  }

  @Test
  void eachStreetIsTheWayThatTheTruthCallsIt() throws IOException {
    var town = Town.of(TownSetting.GHENT, 42);

    var map = mapOf(town);

    for (var street : town.streets().streets()) {
      var way = map.way(street.roadway().wayId());
      assertThat(way.tags()).containsEntry("highway", street.road().mapName());
      assertThat(way.tags().containsKey("maxspeed")).isEqualTo(street.signed());
      assertThat(way.tags().containsKey("oneway")).isEqualTo(street.flow() == Flow.ONE_WAY);
      var from = town.plane().toLatLon(town.streets().crossing(street.from()));
      var first = map.node(way.nodes().getFirst());
      assertThat(first.latitudeE7).isEqualTo((int) Math.round(from.latitudeDeg() * 1e7));
      assertThat(first.longitudeE7).isEqualTo((int) Math.round(from.longitudeDeg() * 1e7));
    }
    var rail = town.railway().track().vertices().getFirst().on().wayId();
    assertThat(map.way(rail).tags()).containsEntry("railway", "rail");
  }

  @Test
  void theMapHasWhatATownHas() throws IOException {
    var map = mapOf(Town.of(TownSetting.GHENT, 42));

    for (var road : EnumSet.complementOf(EnumSet.of(RoadClass.RAIL))) {
      assertThat(map.words).contains("highway=" + road.mapName());
    }
    assertThat(map.words)
        .contains("junction=roundabout", "oneway=yes", "maxspeed=120", "maxspeed=30")
        .contains("highway=traffic_signals", "highway=bus_stop", "railway=tram_stop")
        .contains("railway=station", "route=bus", "route=tram", "route=train", "route=ferry")
        .contains("natural=water", "amenity=ferry_terminal", "aeroway=aerodrome", "aeroway=runway")
        .contains("landuse=residential", "landuse=forest", "leisure=park", "amenity=hospital")
        .contains("admin_level=2", "admin_level=8", "place=city", "place=town", "building=house");
    assertThat(map.words.stream().filter(word -> word.startsWith("addr:housenumber")).count())
        .isGreaterThan(50);
    assertThat(map.relations)
        .filteredOn(relation -> "bus".equals(relation.tags().get("route")))
        .hasSize(10)
        .allSatisfy(
            relation ->
                assertThat(relation.ways())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(way -> assertThat(map.way(way).tags()).containsKey("highway")));
  }

  @Test
  void waysNeverNameANodeThatIsNotThere() throws IOException {
    var map = mapOf(Town.of(TownSetting.SYDNEY, 3));

    assertThat(map.ways.values()).allMatch(way -> map.nodes.keySet().containsAll(way.nodes()));
  }

  @Test
  void signsAreInMilesPerHourWhereMilesCount() throws IOException {
    var map = mapOf(Town.of(TownSetting.LONDON, 1));

    assertThat(map.words).contains("maxspeed=70 mph", "maxspeed=20 mph", "maxspeed=45 mph");
  }

  @Test
  void theSameTownGivesTheSameFile() throws IOException {
    var first = TownMap.write(Town.of(TownSetting.GHENT, 7), directory.resolve("first.osm.pbf"));
    var again = TownMap.write(Town.of(TownSetting.GHENT, 7), directory.resolve("again.osm.pbf"));
    var other = TownMap.write(Town.of(TownSetting.GHENT, 8), directory.resolve("other.osm.pbf"));

    assertThat(first).hasSameBinaryContentAs(again);
    assertThat(first).binaryContent().isNotEqualTo(Files.readAllBytes(other));
  }
}
