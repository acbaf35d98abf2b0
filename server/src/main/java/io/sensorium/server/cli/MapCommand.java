package io.sensorium.server.cli;

import io.sensorium.atlas.osm.MapFileException;
import io.sensorium.atlas.region.RegionFacts;
import io.sensorium.server.Maps;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./sensorium map}. */
@Command(
    name = "map",
    description = {
      "Imports, lists and removes maps: extracts of OpenStreetMap (.osm.pbf).",
      "Works while the server runs and while it is stopped; a running server switches at once."
    },
    mixinStandardHelpOptions = true,
    subcommands = {MapCommand.Import.class, MapCommand.Show.class, MapCommand.Remove.class})
final class MapCommand implements Runnable {

  private static final String FILE_ENDING = ".osm.pbf";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: import, list or remove.");
  }

  private static void tellRunningServer(Path directory) {
    AdminClient.ofRunningServer(directory)
        .ifPresent(admin -> admin.post("/admin/v1/maps/reload", BodyPublishers.noBody()));
  }

  /** {@code ./sensorium map import}. */
  @Command(
      name = "import",
      description = {
        "Takes an extract of OpenStreetMap in, in the place of the last one of the same name.",
        "A file that is cut off or of another kind changes nothing."
      },
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Option(
        names = "--name",
        paramLabel = "NAME",
        description = "What to call the region (default: as the file).")
    private @Nullable String name;

    @Parameters(paramLabel = "FILE", description = "An .osm.pbf file.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
      if (!Files.isRegularFile(file)) {
        throw new UserMistake("there is no file " + file);
      }
      long startNanos = System.nanoTime();
      var facts = importFile(name == null ? nameOf(file) : name);
      double seconds = (System.nanoTime() - startNanos) / 1e9;
      tellRunningServer(data.directory());
      System.out.printf(
          Locale.ROOT,
          "%s: version %s, from %s; %.1f MB on disk, made in %.1f s, with at most %d MB of memory%n",
          facts.name(),
          facts.version(),
          facts.sourceFile(),
          Maps.in(data.directory()).diskBytes(facts.name()) / 1e6,
          seconds,
          MemoryPeak.megabytes());
      return SensoriumCommand.OK;
    }

    private RegionFacts importFile(String region) {
      try (var bar = ProgressBar.onTerminal(region)) {
        return Maps.in(data.directory()).importFile(region, file, bar::show);
      } catch (IllegalArgumentException | MapFileException e) {
        throw new UserMistake(String.valueOf(e.getMessage()));
      }
    }

    private static String nameOf(Path file) {
      var fileName = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      var stem =
          fileName.endsWith(FILE_ENDING)
              ? fileName.substring(0, fileName.length() - FILE_ENDING.length())
              : fileName;
      return stem.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
  }

  /** {@code ./sensorium map list}. */
  @Command(
      name = "list",
      description = "Lists the maps that are there.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() {
      var regions = Maps.in(data.existingDirectory()).list();
      for (var facts : regions) {
        System.out.printf(
            "%s: version %s, from %s (%d bytes)%n",
            facts.name(), facts.version(), facts.sourceFile(), facts.sourceBytes());
      }
      if (regions.isEmpty()) {
        System.out.println("there is no map; 'sensorium map import FILE.osm.pbf' takes one in");
      }
      return SensoriumCommand.OK;
    }
  }

  /** {@code ./sensorium map remove}. */
  @Command(
      name = "remove",
      description =
          "Removes a map; what was derived by it is derived again without it, bit by bit.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Parameters(paramLabel = "NAME", description = "The region's name, as 'map list' shows it.")
    private String name = "";

    @Override
    public Integer call() {
      if (!Maps.in(data.existingDirectory()).remove(name)) {
        throw new UserMistake("there is no map of the name " + name);
      }
      tellRunningServer(data.directory());
      System.out.println(name + " is removed");
      return SensoriumCommand.OK;
    }
  }
}
