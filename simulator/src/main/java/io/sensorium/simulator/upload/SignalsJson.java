package io.sensorium.simulator.upload;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes batches as the device API takes them; what is absent is left out. */
public final class SignalsJson {

  private static final int E7_DECIMALS = 7;
  private static final int MILLI_DECIMALS = 3;
  private static final int CENTI_DECIMALS = 2;

  private final JsonFactory json = new JsonFactory();

  /**
   * Writes one batch and closes the stream.
   *
   * @throws tools.jackson.core.JacksonException when the stream fails
   */
  public void write(Upload upload, @Nullable Instant sentAt, OutputStream out) {
    try (var to = json.createGenerator(ObjectWriteContext.empty(), out)) {
      to.writeStartObject();
      to.writeStringProperty("batch_id", upload.batchId());
      if (sentAt != null) {
        to.writeStringProperty("sent_at", sentAt.toString());
      }
      writeStreams(to, upload.signals());
      to.writeEndObject();
    }
  }

  private static void writeStreams(JsonGenerator to, Signals signals) {
    writeFixes(to, signals.fixes());
    writeMotion(to, signals.motion());
    writeActivity(to, signals.activity());
    writePhone(to, signals.phone());
    writeSteps(to, signals.steps());
  }

  private static void writeFixes(JsonGenerator to, FixTrack fixes) {
    if (fixes.isEmpty()) {
      return;
    }
    to.writeArrayPropertyStart("fixes");
    for (int row = 0; row < fixes.size(); row++) {
      to.writeStartObject();
      writeTime(to, "time", fixes.timeMicros(row));
      writeScaled(to, "lat", fixes.latitudeE7(row), E7_DECIMALS);
      writeScaled(to, "lon", fixes.longitudeE7(row), E7_DECIMALS);
      writeScaled(to, "accuracy", fixes.accuracyMm(row), MILLI_DECIMALS);
      writeScaled(to, "altitude", fixes.altitudeCm(row), CENTI_DECIMALS);
      writeScaled(to, "speed", fixes.speedMmps(row), MILLI_DECIMALS);
      writeScaled(to, "bearing", fixes.bearingCdeg(row), CENTI_DECIMALS);
      if (fixes.uptimeMillis(row) != FixTrack.ABSENT_LONG) {
        to.writeNumberProperty("uptime_ms", fixes.uptimeMillis(row));
      }
      to.writeStringProperty("provider", word(fixes.provider(row)));
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private static void writeScaled(JsonGenerator to, String name, int value, int decimals) {
    if (value != FixTrack.ABSENT) {
      to.writeNumberProperty(name, BigDecimal.valueOf(value, decimals));
    }
  }

  private static void writeMotion(JsonGenerator to, List<MotionChunk> chunks) {
    if (chunks.isEmpty()) {
      return;
    }
    to.writeArrayPropertyStart("motion");
    for (var chunk : chunks) {
      to.writeStartObject();
      writeTime(to, "start", Micros.of(chunk.start()));
      to.writeNumberProperty("rate_hz", chunk.rateHz());
      to.writeArrayPropertyStart("acceleration");
      for (int i = 0; i < chunk.sampleCount(); i++) {
        writeAxes(
            to,
            chunk.accelerationMps2(i, 0),
            chunk.accelerationMps2(i, 1),
            chunk.accelerationMps2(i, 2));
      }
      to.writeEndArray();
      if (chunk.hasRotation()) {
        to.writeArrayPropertyStart("rotation");
        for (int i = 0; i < chunk.sampleCount(); i++) {
          writeAxes(
              to, chunk.rotationRadps(i, 0), chunk.rotationRadps(i, 1), chunk.rotationRadps(i, 2));
        }
        to.writeEndArray();
      }
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private static void writeAxes(JsonGenerator to, float x, float y, float z) {
    to.writeStartArray();
    to.writeNumber(x);
    to.writeNumber(y);
    to.writeNumber(z);
    to.writeEndArray();
  }

  private static void writeActivity(JsonGenerator to, List<ActivitySample> samples) {
    if (samples.isEmpty()) {
      return;
    }
    to.writeArrayPropertyStart("activity");
    for (var sample : samples) {
      to.writeStartObject();
      writeTime(to, "time", Micros.of(sample.time()));
      to.writeStringProperty("type", word(sample.type()));
      to.writeNumberProperty("confidence", sample.confidenceRatio());
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private static void writePhone(JsonGenerator to, List<PhoneState> states) {
    if (states.isEmpty()) {
      return;
    }
    to.writeArrayPropertyStart("phone");
    for (var state : states) {
      to.writeStartObject();
      writeTime(to, "time", Micros.of(state.time()));
      if (state.screenOn() != null) {
        to.writeStringProperty("screen", state.screenOn() ? "on" : "off");
      }
      if (state.call() != null) {
        to.writeStringProperty("call", word(state.call()));
      }
      if (state.mounted() != null) {
        to.writeBooleanProperty("mounted", state.mounted());
      }
      if (state.batteryRatio() != null) {
        to.writeNumberProperty("battery", state.batteryRatio());
      }
      if (state.charging() != null) {
        to.writeBooleanProperty("charging", state.charging());
      }
      if (state.audioRoute() != null) {
        to.writeStringProperty("audio_route", state.audioRoute());
      }
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private static void writeSteps(JsonGenerator to, List<StepCount> steps) {
    if (steps.isEmpty()) {
      return;
    }
    to.writeArrayPropertyStart("steps");
    for (var step : steps) {
      to.writeStartObject();
      writeTime(to, "start", Micros.of(step.start()));
      writeTime(to, "end", Micros.of(step.end()));
      to.writeNumberProperty("count", step.count());
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  /** Whole milliseconds as a number; anything finer as text. */
  private static void writeTime(JsonGenerator to, String name, long timeMicros) {
    if (timeMicros % Micros.PER_MILLI == 0) {
      to.writeNumberProperty(name, timeMicros / Micros.PER_MILLI);
    } else {
      to.writeStringProperty(name, Micros.toInstant(timeMicros).toString());
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
