package io.sensorium.atlas.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * What is known of an index without opening it; lies beside it.
 *
 * @param version names the data, such as {@code 2026b}
 * @param sha256 digest of the index, in hex
 * @param basis digest of all that the index was made from, in hex
 */
record IndexFacts(String version, String sha256, String basis) {

  static String fileName(String indexName) {
    return indexName + ".properties";
  }

  static IndexFacts parse(InputStream in) throws IOException {
    var properties = new Properties();
    properties.load(in);
    return new IndexFacts(
        properties.getProperty("version", ""),
        properties.getProperty("sha256", ""),
        properties.getProperty("basis", ""));
  }

  byte[] toBytes() {
    var lines = "version=%s\nsha256=%s\nbasis=%s\n".formatted(version, sha256, basis);
    return lines.getBytes(StandardCharsets.ISO_8859_1);
  }
}
