package io.sensorium.intake.geojson;

import io.sensorium.core.time.Micros;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.text.Decimals;
import io.sensorium.intake.text.Timestamps;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Times as GeoJSON files write them: texts, or Unix seconds or milliseconds. */
final class Times {

  /** Seconds do not reach this before the year 5138, and milliseconds passed it in 1973. */
  private static final double LEAST_MILLIS = 1e11;

  private static final double MOST_MILLIS = 1e15;

  private long[] micros = new long[1];
  private int size;

  int size() {
    return size;
  }

  /** Microseconds since 1970, or {@link Timestamps#INVALID}. */
  long micros(int index) {
    return micros[index];
  }

  /** Reads the array that begins with the current token, however it is nested. */
  void read(JsonParser json) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_ARRAY) {
        read(json);
      } else {
        add(timeMicros(json));
        json.skipChildren();
      }
    }
  }

  private void add(long timeMicros) {
    if (size == Coordinates.MAX_POSITIONS) {
      throw new InputTooLargeException("a feature may have at most " + size + " times");
    }
    if (size == micros.length) {
      micros = Arrays.copyOf(micros, size * 2);
    }
    micros[size++] = timeMicros;
  }

  /** The time that the current token writes, or {@link Timestamps#INVALID}. */
  static long timeMicros(JsonParser json) {
    JsonToken token = json.currentToken();
    if (!token.isNumeric() && token != JsonToken.VALUE_STRING) {
      return Timestamps.INVALID;
    }
    double number =
        Decimals.parse(json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    return Double.isNaN(number) ? Timestamps.parseLenient(json.getString()) : unixMicros(number);
  }

  private static long unixMicros(double number) {
    double millis = Math.abs(number) < LEAST_MILLIS ? number * 1_000 : number;
    return Math.abs(millis) <= MOST_MILLIS
        ? Math.round(millis * Micros.PER_MILLI)
        : Timestamps.INVALID;
  }
}
