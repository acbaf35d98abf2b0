package io.sensorium.atlas.region;

import io.sensorium.atlas.AtlasException;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.core.bytes.Digests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The directory of all regions: {@code NAME/VERSION/} holds the files of a version, {@code
 * NAME/current} names the version that is served.
 *
 * <p>An import works in a directory of its own, and shows only when it is whole and on disk: then
 * {@code current} is replaced in one step. One import works at a time.
 */
public final class MapDirectory {

  private static final String CURRENT = "current";
  private static final String PART = ".part";

  private final Path root;
  private final List<MapLayer<?>> layers;

  /** Opens nothing yet; the directory is made by the first import. */
  public MapDirectory(Path root, List<MapLayer<?>> layers) {
    this.root = root;
    this.layers = List.copyOf(layers);
  }

  /** The layers that an import makes. */
  public List<MapLayer<?>> layers() {
    return layers;
  }

  /** All regions that can be served, by name. */
  public List<RegionFacts> list() {
    var found = new ArrayList<RegionFacts>();
    for (var directory : currentDirectories()) {
      found.add(factsOf(directory));
    }
    return List.copyOf(found);
  }

  /** Opens all regions for questions, by name. */
  public List<Region> openAll() {
    var regions = new ArrayList<Region>();
    for (var directory : currentDirectories()) {
      try {
        regions.add(Region.open(directory, layers));
      } catch (IOException e) {
        throw new AtlasException("cannot open the map in " + directory, e);
      }
    }
    return List.copyOf(regions);
  }

  /**
   * Imports a file as the new version of a region; other versions of it go.
   *
   * @throws IllegalArgumentException when the name is not valid, or another import goes on
   * @throws io.sensorium.atlas.osm.MapFileException when the file is not a whole map; then nothing
   *     has changed
   */
  public RegionFacts importFile(String name, Path file, ImportProgress progress) {
    if (!RegionFacts.isValidName(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name for a region: small letters, digits and '-' only");
    }
    try {
      var source = OsmFile.open(file);
      var home = Files.createDirectories(root.resolve(name));
      try (var _ = ImportLock.acquire(root)) {
        return importLocked(name, source, home, progress);
      }
    } catch (IOException e) {
      throw new AtlasException("cannot import " + file, e);
    }
  }

  private RegionFacts importLocked(String name, OsmFile source, Path home, ImportProgress progress)
      throws IOException {
    try {
      removeParts(home);
      var facts = factsOf(name, source);
      var part = Files.createDirectory(home.resolve(facts.version() + PART));
      build(source, part, facts, progress);
      publish(home, part, facts.version());
      return facts;
    } finally {
      removeParts(home);
      removeIfEmpty(home);
    }
  }

  /** How much the files of the version of a region that is served take on disk; 0 without one. */
  public long diskBytes(String name) {
    try {
      var current = currentOf(root.resolve(name));
      return current.isEmpty() ? 0 : bytesIn(current.get());
    } catch (IOException e) {
      throw new AtlasException("cannot read of the map " + name, e);
    }
  }

  private static long bytesIn(Path directory) throws IOException {
    long bytes = 0;
    try (var files = Files.newDirectoryStream(directory)) {
      for (var file : files) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /** Removes a region; false when there is none of that name. */
  public boolean remove(String name) {
    var home = root.resolve(name);
    if (!RegionFacts.isValidName(name) || !Files.isDirectory(home)) {
      return false;
    }
    try {
      Files.deleteIfExists(home.resolve(CURRENT));
      deleteTree(home);
      return true;
    } catch (IOException e) {
      throw new AtlasException("cannot remove " + home, e);
    }
  }

  private RegionFacts factsOf(String name, OsmFile source) throws IOException {
    var formats = new TreeMap<String, Integer>();
    layers.forEach(layer -> formats.put(layer.name(), layer.format()));
    return new RegionFacts(
        name,
        version(source, formats.toString()),
        String.valueOf(source.path().getFileName()),
        source.sizeBytes(),
        formats);
  }

  /** The day of the data, and a digest of the file and of the formats that it is brought into. */
  private static String version(OsmFile source, String formats) throws IOException {
    var digest = Digests.sha256();
    try (var in = new DigestInputStream(Files.newInputStream(source.path()), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    digest.update(formats.getBytes(StandardCharsets.UTF_8));
    var shortDigest = HexFormat.of().formatHex(digest.digest(), 0, 5);
    var time = source.header().dataTime();
    return time == null
        ? shortDigest
        : time.atOffset(ZoneOffset.UTC).toLocalDate() + "-" + shortDigest;
  }

  private void build(OsmFile source, Path part, RegionFacts facts, ImportProgress progress)
      throws IOException {
    for (var layer : layers) {
      layer.build(source, part, (ratio, note) -> progress.show(ratio, layer.name() + ": " + note));
    }
    facts.write(part);
    try (var files = Files.newDirectoryStream(part)) {
      for (var file : files) {
        sync(file);
      }
    }
    sync(part);
  }

  private static void publish(Path home, Path part, String version) throws IOException {
    var target = home.resolve(version);
    if (Files.exists(target)) { // the same file again
      Files.move(target, home.resolve(version + ".old" + PART), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    sync(home);
    var pointer = home.resolve(CURRENT + PART);
    Files.writeString(pointer, version + "\n");
    sync(pointer);
    Files.move(pointer, home.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    sync(home);
    try (var versions = Files.newDirectoryStream(home, Files::isDirectory)) {
      for (var other : versions) {
        if (!other.equals(target)) {
          deleteTree(other);
        }
      }
    }
  }

  private List<Path> currentDirectories() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    var found = new ArrayList<Path>();
    try (var homes = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (var home : homes) {
        currentOf(home).ifPresent(found::add);
      }
    } catch (IOException e) {
      throw new AtlasException("cannot list the maps in " + root, e);
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private static Optional<Path> currentOf(Path home) throws IOException {
    var pointer = home.resolve(CURRENT);
    return Files.isRegularFile(pointer)
        ? Optional.of(home.resolve(Files.readString(pointer).strip()))
        : Optional.empty();
  }

  private static RegionFacts factsOf(Path directory) {
    try {
      return RegionFacts.read(directory);
    } catch (IOException e) {
      throw new AtlasException("cannot read of the map in " + directory, e);
    }
  }

  private static void removeParts(Path home) throws IOException {
    try (var parts = Files.newDirectoryStream(home, "*" + PART)) {
      for (var part : parts) {
        deleteTree(part);
      }
    }
  }

  private static void removeIfEmpty(Path home) throws IOException {
    try (var content = Files.newDirectoryStream(home)) {
      if (content.iterator().hasNext()) {
        return;
      }
    }
    Files.delete(home);
  }

  private static void deleteTree(Path top) throws IOException {
    try (var paths = Files.walk(top)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
