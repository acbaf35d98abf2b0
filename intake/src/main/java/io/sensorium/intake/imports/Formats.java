package io.sensorium.intake.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.sensorium.intake.geojson.GeoJsonReader;
import io.sensorium.intake.gpx.GpxReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of files that can be imported. */
public final class Formats {

  /** So many bytes of a file's beginning are enough to tell its format. */
  public static final int HEAD_BYTES = 1_024;

  private static final Format GPX = new Format("gpx", List.of("gpx"), new GpxReader());
  private static final Format GEOJSON =
      new Format("geojson", List.of("geojson", "json"), new GeoJsonReader());
  private static final List<Format> ALL = List.of(GPX, GEOJSON);

  private Formats() {}

  public static List<Format> list() {
    return ALL;
  }

  /** The format of a name such as {@code gpx}. */
  public static Optional<Format> find(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /** The format that a file's name speaks of, whether it ends in {@code .gz} or not. */
  public static Optional<Format> findByFileName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    String extension = plain.substring(plain.lastIndexOf('.') + 1);
    return ALL.stream().filter(format -> format.extensions().contains(extension)).findFirst();
  }

  /** The format that a file's first bytes, unpacked, speak of. */
  public static Optional<Format> findByHead(byte[] head) {
    String text = new String(head, ISO_8859_1).replace("\u00ef\u00bb\u00bf", "").stripLeading();
    if (text.startsWith("<")) {
      return text.contains("<gpx") ? Optional.of(GPX) : Optional.empty();
    }
    return text.startsWith("{") || text.startsWith("[") ? Optional.of(GEOJSON) : Optional.empty();
  }
}
