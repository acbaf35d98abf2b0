package io.sensorium.server;

import io.sensorium.analysis.legs.ModeModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

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
    return ModeModel.of(name -> folder.isEmpty() ? shipped(name) : read(Path.of(folder, name)));
  }

  private static String shipped(String name) {
    try (var in = Objects.requireNonNull(ModeModel.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("engine.modeModels: cannot read " + file, e);
    }
  }
}
