package io.sensorium.atlas.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.atlas.osm.OsmWriter.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsmFileTest {

  @TempDir private Path directory;

  /** Writes down what it is shown. */
  private static final class Listing implements OsmVisitor {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void node(long id, int latitudeE7, int longitudeE7, Tags tags) {
      lines.add("node " + id + " " + latitudeE7 + " " + longitudeE7 + " " + tags);
    }

    @Override
    public void way(long id, long[] nodeIds, int nodeCount, Tags tags) {
      lines.add(
          "way " + id + " " + Arrays.toString(Arrays.copyOf(nodeIds, nodeCount)) + " " + tags);
    }

    @Override
    public void relation(long id, Members members, Tags tags) {
      var text = new StringBuilder("relation " + id + " " + tags);
      for (int i = 0; i < members.size(); i++) {
        text.append(' ').append(members.type(i)).append(members.id(i)).append(members.role(i));
      }
      lines.add(text.toString());
    }
  }

  private Path small() throws IOException {
    return new OsmWriter()
        .node(7, 51.5, -0.125)
        .node(9_000_000_000L, -33.25, 151.2, Map.of("place", "town"))
        .way(3, Map.of("highway", "residential"), 7L, 9_000_000_000L, 7L)
        .relation(
            5,
            Map.of("type", "restriction"),
            new Member(ElementType.WAY, 3, "from"),
            new Member(ElementType.NODE, 7, "via"))
        .write(directory.resolve("small.osm.pbf"));
  }

  @Test
  void everyElementIsShownWithItsTags() throws IOException {
    var file = OsmFile.open(small());
    var listing = new Listing();

    file.read(EnumSet.allOf(ElementType.class), listing, _ -> {});

    assertThat(listing.lines)
        .containsExactly(
            "node 7 515000000 -1250000 ",
            "node 9000000000 -332500000 1512000000 place=town",
            "way 3 [7, 9000000000, 7] highway=residential",
            "relation 5 type=restriction WAY3from NODE7via");
    assertThat(file.header().dataTime()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
  }

  @Test
  void elementsThatFillSeveralBlocksComeBackInTheirOrder() throws IOException {
    var writer = new OsmWriter();
    var written = new ArrayList<String>();
    for (long id = 1; id <= 20_000; id++) {
      writer.node(id, id * 1e-3, -id * 1e-3, Map.of("name", "n" + id));
      written.add("node " + id + " " + id * 10_000 + " " + -id * 10_000 + " name=n" + id);
    }
    var listing = new Listing();

    OsmFile.open(writer.write(directory.resolve("large.osm.pbf")))
        .read(EnumSet.allOf(ElementType.class), listing, _ -> {});

    assertThat(listing.lines).isEqualTo(written);
  }

  @Test
  void theSameElementsGiveTheSameBytesWhateverTheOrderOfTheirTags() throws IOException {
    var one = new LinkedHashMap<String, String>();
    one.put("highway", "residential");
    one.put("name", "Oak Street");
    var other = new LinkedHashMap<String, String>();
    other.put("name", "Oak Street");
    other.put("highway", "residential");

    var first = new OsmWriter().node(1, 0, 0, one).write(directory.resolve("first.osm.pbf"));
    var second = new OsmWriter().node(1, 0, 0, other).write(directory.resolve("second.osm.pbf"));

    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void elementsThatAreNotWantedArePassedOver() throws IOException {
    var listing = new Listing();

    OsmFile.open(small()).read(EnumSet.of(ElementType.WAY), listing, _ -> {});

    assertThat(listing.lines).singleElement().asString().startsWith("way 3");
  }

  @Test
  void readingTellsHowFarItHasCome() throws IOException {
    var file = OsmFile.open(small());
    var told = new ArrayList<Long>();

    file.read(EnumSet.of(ElementType.NODE), new OsmVisitor() {}, told::add);

    assertThat(told).isSorted().last().isEqualTo(file.sizeBytes());
  }

  @Test
  void aFileThatIsCutOffIsRefusedByName() throws IOException {
    var whole = Files.readAllBytes(small());
    var cut =
        Files.write(directory.resolve("cut.osm.pbf"), Arrays.copyOf(whole, whole.length - 10));
    var file = OsmFile.open(cut);

    assertThatThrownBy(
            () -> file.read(EnumSet.allOf(ElementType.class), new OsmVisitor() {}, _ -> {}))
        .isInstanceOf(MapFileException.class)
        .hasMessageContaining("cut.osm.pbf ends inside a block");
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    var foreign = Files.writeString(directory.resolve("track.gpx"), "<?xml version='1.0'?><gpx/>");

    assertThatThrownBy(() -> OsmFile.open(foreign))
        .isInstanceOf(MapFileException.class)
        .hasMessageContaining("track.gpx is not an .osm.pbf file");
  }

  @Test
  void noSpoiltByteBreaksAnythingButTheReading() throws IOException {
    var whole = Files.readAllBytes(small());
    for (int at = 0; at < whole.length; at++) {
      var spoilt = whole.clone();
      spoilt[at] ^= 0x55;
      var file = Files.write(directory.resolve("spoilt.osm.pbf"), spoilt);
      try {
        OsmFile.open(file).read(EnumSet.allOf(ElementType.class), new Listing(), _ -> {});
      } catch (MapFileException refused) {
        assertThat(refused).hasMessageContaining("spoilt.osm.pbf");
      }
    }
  }
}
