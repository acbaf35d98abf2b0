package io.sensorium.api.basemap;

import io.sensorium.api.common.BundledFile;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file of the page. The large ones are packed once, when they are asked for first. */
final class PackedFile {

  private final String name;
  private final String contentType;
  private volatile byte @Nullable [] packed;

  PackedFile(String name, String contentType) {
    this.name = name;
    this.contentType = contentType;
  }

  /** It may be kept, and is asked for again by its tag. */
  Response handle(Request request) throws IOException {
    var known = packed;
    if (known == null) {
      known = pack();
      packed = known;
    }
    return PackedAnswer.of(request, contentType, known).with("Cache-Control", "no-cache");
  }

  private byte[] pack() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(BundledFile.read(PackedFile.class, name));
    }
    return bytes.toByteArray();
  }
}
