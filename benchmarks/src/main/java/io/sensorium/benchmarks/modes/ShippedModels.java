package io.sensorium.benchmarks.modes;

import io.sensorium.analysis.legs.ModeModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The models of modes that come with the program. */
public final class ShippedModels {

  private ShippedModels() {}

  /** Loads them. */
  public static ModeModel load() {
    return ModeModel.of(ShippedModels::text);
  }

  /** The text of one of the {@link ModeModel#FILES}. */
  public static String text(String name) {
    try (var in = Objects.requireNonNull(ModeModel.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
