package io.sensorium.atlas.region;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is written down of one version of a region.
 *
 * @param name of the region, as the operator says it
 * @param version of its data: the day of the map and a part of the file's digest
 * @param sourceFile the name of the file it was imported from
 * @param sourceBytes the size of that file
 * @param layerFormats the format of the files of each layer, by its name
 */
public record RegionFacts(
    String name,
    String version,
    String sourceFile,
    long sourceBytes,
    Map<String, Integer> layerFormats) {

  static final String FILE = "region.properties";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final String LAYER = "layer.";

  public RegionFacts {
    layerFormats = Map.copyOf(layerFormats);
  }

  /** Whether a region may be called so: it becomes the name of a directory. */
  public static boolean isValidName(String name) {
    return NAME.matcher(name).matches();
  }

  static RegionFacts read(Path directory) throws IOException {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(directory.resolve(FILE))) {
      properties.load(in);
    }
    var formats = new TreeMap<String, Integer>();
    for (var key : properties.stringPropertyNames()) {
      if (key.startsWith(LAYER)) {
        formats.put(key.substring(LAYER.length()), Integer.valueOf(properties.getProperty(key)));
      }
    }
    return new RegionFacts(
        text(properties, "name"),
        text(properties, "version"),
        text(properties, "source.file"),
        Long.parseLong(text(properties, "source.bytes")),
        formats);
  }

  private static String text(Properties properties, String key) throws IOException {
    var text = properties.getProperty(key);
    if (text == null) {
      throw new IOException(FILE + " lacks " + key);
    }
    return text;
  }

  void write(Path directory) throws IOException {
    var lines = new TreeMap<String, String>();
    lines.put("name", name);
    lines.put("version", version);
    lines.put("source.file", sourceFile.replace("\\", "\\\\"));
    lines.put("source.bytes", Long.toString(sourceBytes));
    layerFormats.forEach((layer, format) -> lines.put(LAYER + layer, Integer.toString(format)));
    var text = new StringBuilder();
    lines.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    Files.writeString(directory.resolve(FILE), text, StandardCharsets.UTF_8);
  }
}
