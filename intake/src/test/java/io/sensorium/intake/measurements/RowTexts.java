package io.sensorium.intake.measurements;

import io.sensorium.core.time.Micros;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rows as texts, and the packets that they are read from. */
public final class RowTexts {

  private RowTexts() {}

  /** Such as {@code kitchen/temperature 2026-03-02T07:31:10Z 21.5}. */
  public static List<String> of(MeasurementRows rows) {
    var texts = new ArrayList<String>();
    for (int row = 0; row < rows.size(); row++) {
      var time = Micros.toInstant(rows.timeMicros(row));
      texts.add(rows.source(row) + " " + time + " " + rows.value(row));
    }
    return texts;
  }

  /** The types of the sources, by the rows. */
  public static List<String> types(MeasurementRows rows) {
    var types = new ArrayList<String>();
    for (int row = 0; row < rows.size(); row++) {
      types.add(rows.source(row).hint().type().name());
    }
    return types;
  }

  /** A packet beside the class. */
  public static byte[] packet(Class<?> test, String name) {
    try (var in = test.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
