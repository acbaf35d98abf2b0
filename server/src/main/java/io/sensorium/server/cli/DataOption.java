package io.sensorium.server.cli;

import io.sensorium.server.config.Config;
import io.sensorium.server.config.ConfigReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which every command finds its data. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "sensorium-data",
      description = "Directory with everything the server keeps (default: ${DEFAULT-VALUE}).")
  private Path directory = Path.of("sensorium-data");

  @Option(names = "--config", paramLabel = "FILE", description = "Settings, 'key: value' a line.")
  private @Nullable Path configFile;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "PostgreSQL instead of SQLite: postgresql://user:password@host/name.")
  private @Nullable String databaseUrl;

  Path directory() {
    return directory;
  }

  /** The directory, which must be there. */
  Path existingDirectory() {
    if (!Files.isDirectory(directory)) {
      throw new UserMistake("there is no directory " + directory);
    }
    return directory;
  }

  /** The settings of the file, with those of the command line in their place. */
  Config config(Map<String, String> flags) {
    var settings = new HashMap<String, String>();
    if (configFile != null) {
      load(configFile).forEach((key, value) -> settings.put((String) key, (String) value));
    }
    if (databaseUrl != null) {
      settings.put("database.url", databaseUrl);
    }
    settings.putAll(flags);
    return ConfigReader.read(settings);
  }

  private static Properties load(Path file) {
    var properties = new Properties();
    if (!Files.isRegularFile(file)) {
      throw new UserMistake("there is no file " + file);
    }
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
