package io.sensorium.intake.geojson;

import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.text.Decimals;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The positions of one geometry, one after the other, however they are nested. */
final class Coordinates {

  /** So many positions one feature may have: they are held until its times are known. */
  static final int MAX_POSITIONS = 1_000_000;

  private static final int AXES = 3;

  private double[] values = new double[AXES];
  private int size;

  int size() {
    return size;
  }

  /** Degrees east, or NaN where the position has no such number. */
  double longitudeDeg(int position) {
    return values[AXES * position];
  }

  /** Degrees north, or NaN. */
  double latitudeDeg(int position) {
    return values[AXES * position + 1];
  }

  /** Metres, or NaN. */
  double altitudeMeters(int position) {
    return values[AXES * position + 2];
  }

  /** Reads the array that begins with the current token. */
  void read(JsonParser json) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    int axis = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_ARRAY) {
        read(json);
      } else {
        if (axis == 0) {
          startPosition();
        }
        if (axis < AXES) {
          values[AXES * (size - 1) + axis] = number(json);
        }
        axis++;
        json.skipChildren();
      }
    }
  }

  private void startPosition() {
    if (size == MAX_POSITIONS) {
      throw new InputTooLargeException(
          "a feature may have at most " + MAX_POSITIONS + " positions");
    }
    if (AXES * size == values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    Arrays.fill(values, AXES * size, AXES * (size + 1), Double.NaN);
    size++;
  }

  private static double number(JsonParser json) {
    return json.currentToken().isNumeric()
        ? Decimals.parse(json.getStringCharacters(), json.getStringOffset(), json.getStringLength())
        : Double.NaN;
  }
}
