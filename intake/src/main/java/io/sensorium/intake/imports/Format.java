package io.sensorium.intake.imports;

import io.sensorium.intake.files.TrackFileReader;
import java.util.List;

/**
 * A kind of file that holds tracks.
 *
 * @param name as given in {@code ?format=}
 * @param extensions of file names, without dot, in lower case
 */
public record Format(String name, List<String> extensions, TrackFileReader reader) {

  public Format {
    extensions = List.copyOf(extensions);
  }
}
