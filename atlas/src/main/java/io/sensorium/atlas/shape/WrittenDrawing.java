package io.sensorium.atlas.shape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A drawing that goes into files.
 *
 * @param <M> what an element means to whoever draws
 */
public interface WrittenDrawing<M> extends Drawing<M> {

  /**
   * Writes all that was taken.
   *
   * @param fileOf the file of a part by its name
   */
  void write(Function<String, Path> fileOf) throws IOException;
}
