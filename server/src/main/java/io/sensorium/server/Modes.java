package io.sensorium.server;

import io.sensorium.analysis.legs.ModeModel;
import io.sensorium.engine.flow.ShippedModes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the models of modes: those shipped, or an operator's own. */
final class Modes {

  private Modes() {}

  /**
   * Loads the models.
   *
   * @param folder that holds them; empty for those shipped
   * @throws IllegalArgumentException when one cannot be read, or was made for another version
   */
  static ModeModel load(String folder) {
    return folder.isEmpty()
        ? ShippedModes.load()
        : ModeModel.of(name -> read(Path.of(folder, name)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("engine.modeModels: cannot read " + file, e);
    }
  }
}
