package io.sensorium.api.people.export;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import java.math.BigDecimal;
import java.util.Locale;

/** Writes items in the form in which phones send them; what is absent is left out. */
final class SignalsWriter {

  private static final int E7 = 7;
  private static final int MILLI = 3;
  private static final int CENTI = 2;

  private SignalsWriter() {}

  /** The items of all streams, one after the other, as elements of an array that is open. */
  static void writeItems(JsonWriter json, Signals signals) {
    writeFixes(json, signals.fixes());
    signals.motion().forEach(chunk -> write(json, chunk));
    signals.activity().forEach(sample -> write(json, sample));
    signals.phone().forEach(state -> write(json, state));
    signals.steps().forEach(steps -> write(json, steps));
  }

  /** One batch as it could be sent again. */
  static void writeBatch(JsonWriter json, Signals signals) {
    json.beginObject();
    json.beginArray("fixes");
    writeFixes(json, signals.fixes());
    json.endArray();
    json.name("motion").array(signals.motion(), chunk -> write(json, chunk));
    json.name("activity").array(signals.activity(), sample -> write(json, sample));
    json.name("phone").array(signals.phone(), state -> write(json, state));
    json.name("steps").array(signals.steps(), steps -> write(json, steps));
    json.endObject();
  }

  private static void writeFixes(JsonWriter json, FixTrack fixes) {
    for (int row = 0; row < fixes.size(); row++) {
      json.beginObject();
      json.field("time", Micros.toInstant(fixes.timeMicros(row)).toString());
      scaled(json, "lat", fixes.latitudeE7(row), E7);
      scaled(json, "lon", fixes.longitudeE7(row), E7);
      scaled(json, "accuracy", fixes.accuracyMm(row), MILLI);
      scaled(json, "altitude", fixes.altitudeCm(row), CENTI);
      scaled(json, "speed", fixes.speedMmps(row), MILLI);
      scaled(json, "bearing", fixes.bearingCdeg(row), CENTI);
      if (fixes.uptimeMillis(row) != FixTrack.ABSENT_LONG) {
        json.field("uptime_ms", fixes.uptimeMillis(row));
      }
      json.field("provider", word(fixes.provider(row)));
      json.endObject();
    }
  }

  private static void scaled(JsonWriter json, String name, int value, int decimals) {
    if (value != FixTrack.ABSENT) {
      json.name(name).raw(BigDecimal.valueOf(value, decimals).toPlainString());
    }
  }

  private static void write(JsonWriter json, MotionChunk chunk) {
    json.beginObject();
    json.field("start", chunk.start().toString());
    json.name("rate_hz").exact(chunk.rateHz());
    json.beginArray("acceleration");
    for (int i = 0; i < chunk.sampleCount(); i++) {
      axes(
          json,
          chunk.accelerationMps2(i, 0),
          chunk.accelerationMps2(i, 1),
          chunk.accelerationMps2(i, 2));
    }
    json.endArray();
    if (chunk.hasRotation()) {
      json.beginArray("rotation");
      for (int i = 0; i < chunk.sampleCount(); i++) {
        axes(json, chunk.rotationRadps(i, 0), chunk.rotationRadps(i, 1), chunk.rotationRadps(i, 2));
      }
      json.endArray();
    }
    json.endObject();
  }

  private static void axes(JsonWriter json, float x, float y, float z) {
    json.beginArray();
    json.raw(Float.toString(x));
    json.raw(Float.toString(y));
    json.raw(Float.toString(z));
    json.endArray();
  }

  private static void write(JsonWriter json, ActivitySample sample) {
    json.beginObject();
    json.field("time", sample.time().toString());
    json.field("type", word(sample.type()));
    json.name("confidence").exact(sample.confidenceRatio());
    json.endObject();
  }

  private static void write(JsonWriter json, PhoneState state) {
    json.beginObject();
    json.field("time", state.time().toString());
    if (state.screenOn() != null) {
      json.field("screen", state.screenOn() ? "on" : "off");
    }
    if (state.call() != null) {
      json.field("call", word(state.call()));
    }
    if (state.mounted() != null) {
      json.field("mounted", state.mounted().booleanValue());
    }
    if (state.batteryRatio() != null) {
      json.name("battery").exact(state.batteryRatio());
    }
    if (state.charging() != null) {
      json.field("charging", state.charging().booleanValue());
    }
    if (state.audioRoute() != null) {
      json.field("audio_route", state.audioRoute());
    }
    json.endObject();
  }

  private static void write(JsonWriter json, StepCount steps) {
    json.beginObject();
    json.field("start", steps.start().toString());
    json.field("end", steps.end().toString());
    json.field("count", steps.count());
    json.endObject();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
