package io.sensorium.intake.files;

import java.io.InputStream;

/** Reads the points of a file in the order of the file, in memory that does not grow with it. */
public interface TrackFileReader {

  /**
   * Gives every point to {@code sink} as it comes; does not close {@code in}.
   *
   * @throws io.sensorium.intake.MalformedInputException where the file cannot be read on; what came
   *     before has been given
   * @throws io.sensorium.intake.InputTooLargeException when one piece of it is too large to hold
   * @throws java.io.UncheckedIOException when {@code in} fails
   */
  void read(InputStream in, TrackSink sink);
}
