package io.sensorium.atlas.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.atlas.osm.ElementType;
import io.sensorium.atlas.osm.MapFileException;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.osm.OsmVisitor;
import io.sensorium.atlas.osm.OsmWriter;
import io.sensorium.atlas.osm.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapDirectoryTest {

  private static final NameLayer NAMES = new NameLayer(1);

  @TempDir private Path temp;

  /** Knows the name of one node of the map. */
  record NameLayer(int format) implements MapLayer<String> {

    @Override
    public String name() {
      return "name";
    }

    @Override
    public List<String> answers() {
      return List.of("address");
    }

    @Override
    public Class<String> type() {
      return String.class;
    }

    @Override
    public void build(OsmFile source, Path directory, ImportProgress progress) throws IOException {
      var found = new StringBuilder();
      var names =
          new OsmVisitor() {
            @Override
            public void node(long id, int latitudeE7, int longitudeE7, Tags tags) {
              found.append(tags.find("name"));
            }
          };
      source.read(EnumSet.of(ElementType.NODE), names, _ -> progress.show(1, "names"));
      Files.writeString(directory.resolve("name.text"), found);
    }

    @Override
    public String open(Path directory) throws IOException {
      return Files.readString(directory.resolve("name.text"));
    }
  }

  private final MapDirectory maps = new MapDirectory(Path.of(""), List.of(NAMES));

  private MapDirectory maps() {
    return new MapDirectory(temp.resolve("maps"), maps.layers());
  }

  private Path file(String town) throws IOException {
    return new OsmWriter()
        .node(1, 50, 4, Map.of("name", town))
        .write(temp.resolve(town + ".osm.pbf"));
  }

  private static List<String> served(Atlas atlas) {
    return atlas.edition().layers(NAMES);
  }

  @Test
  void regionsAreServedSideBySide() throws IOException {
    maps().importFile("south", file("Arlon"), (_, _) -> {});
    maps().importFile("north", file("Gent"), (_, _) -> {});

    var atlas = new Atlas(maps());

    assertThat(served(atlas)).containsExactly("Gent", "Arlon");
    assertThat(atlas.edition().version())
        .matches("north@2026-01-31-[0-9a-f]{10},south@2026-01-31-[0-9a-f]{10}");
  }

  @Test
  void aRunningAtlasSwitchesToANewVersionWhenToldAndTheOldOneGoes() throws IOException {
    maps().importFile("town", file("Arlon"), (_, _) -> {});
    var atlas = new Atlas(maps());
    var before = atlas.edition();
    maps().importFile("town", file("Gent"), (_, _) -> {});

    boolean changed = atlas.reload();

    assertThat(changed).isTrue();
    assertThat(served(atlas)).containsExactly("Gent");
    assertThat(before.layers(NAMES)).containsExactly("Arlon");
    assertThat(namesIn(temp.resolve("maps/town")))
        .containsExactlyInAnyOrder("current", maps().list().getFirst().version());
    assertThat(atlas.reload()).isFalse();
  }

  @Test
  void theDiskOfARegionIsAllFilesOfItsVersion() throws IOException {
    var facts = maps().importFile("town", file("Gent"), (_, _) -> {});

    var version = temp.resolve("maps/town").resolve(facts.version());
    long bytes = 0;
    for (var name : namesIn(version)) {
      bytes += Files.size(version.resolve(name));
    }
    assertThat(maps().diskBytes("town")).isEqualTo(bytes).isPositive();
    assertThat(maps().diskBytes("nowhere")).isZero();
  }

  @Test
  void theSameFileTwiceIsTheSameVersion() throws IOException {
    var first = maps().importFile("town", file("Gent"), (_, _) -> {});
    var second = maps().importFile("town", file("Gent"), (_, _) -> {});

    assertThat(second).isEqualTo(first);
    assertThat(served(new Atlas(maps()))).containsExactly("Gent");
  }

  @Test
  void aFileThatIsCutOffChangesNothing() throws IOException {
    maps().importFile("town", file("Gent"), (_, _) -> {});
    var whole = Files.readAllBytes(file("Arlon"));
    var cut = Files.write(temp.resolve("cut.osm.pbf"), Arrays.copyOf(whole, whole.length - 5));

    assertThatThrownBy(() -> maps().importFile("town", cut, (_, _) -> {}))
        .isInstanceOf(MapFileException.class);
    assertThatThrownBy(() -> maps().importFile("other", cut, (_, _) -> {}))
        .isInstanceOf(MapFileException.class);

    assertThat(served(new Atlas(maps()))).containsExactly("Gent");
    assertThat(namesIn(temp.resolve("maps"))).containsExactlyInAnyOrder("town", "import.lock");
    assertThat(namesIn(temp.resolve("maps/town"))).hasSize(2);
  }

  @Test
  void aLayerOfAnotherFormatIsMissingUntilTheMapIsImportedAnew() throws IOException {
    maps().importFile("town", file("Gent"), (_, _) -> {});
    var newer = new MapDirectory(temp.resolve("maps"), List.of(new NameLayer(2)));

    assertThat(new Atlas(newer).edition().regions())
        .singleElement()
        .satisfies(region -> assertThat(region.find(NAMES)).isEmpty());
  }

  @Test
  void aRegionThatIsRemovedIsGone() throws IOException {
    maps().importFile("town", file("Gent"), (_, _) -> {});

    assertThat(maps().remove("town")).isTrue();
    assertThat(maps().remove("town")).isFalse();
    assertThat(maps().remove("..")).isFalse();
    assertThat(maps().list()).isEmpty();
  }

  @Test
  void aNameThatIsAPathIsRefused() throws IOException {
    var file = file("Gent");

    assertThatThrownBy(() -> maps().importFile("../town", file, (_, _) -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no name for a region");
  }

  @Test
  void withoutMapsTheAtlasIsEmpty() {
    var edition = new Atlas(maps()).edition();

    assertThat(edition.version()).isEmpty();
    assertThat(edition.regions()).isEmpty();
  }

  private static List<String> namesIn(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
