package io.sensorium.analysis.legs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The models that are shipped. */
final class LearnedModes {

  private LearnedModes() {}

  static ModeModel load() {
    return ModeModel.of(LearnedModes::text);
  }

  static String text(String name) {
    try (var in = Objects.requireNonNull(ModeModel.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
