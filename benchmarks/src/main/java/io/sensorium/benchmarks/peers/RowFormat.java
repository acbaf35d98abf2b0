package io.sensorium.benchmarks.peers;

import io.sensorium.core.time.Micros;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a row of a load is written for a server. */
public enum RowFormat {
  /** InfluxDB's line protocol with milliseconds. */
  LINE {
    @Override
    void append(StringBuilder to, int series, long timeMillis, int hundredths) {
      to.append(MEASUREMENT).append(",sensor=").append(sensor(series)).append(' ');
      decimal(to.append(FIELD).append('='), hundredths);
      to.append(' ').append(timeMillis).append('\n');
    }
  },
  /** The text that PostgreSQL's COPY reads. */
  COPY {
    @Override
    void append(StringBuilder to, int series, long timeMillis, int hundredths) {
      var time = Micros.toInstant(timeMillis * Micros.PER_MILLI).atOffset(ZoneOffset.UTC);
      SQL_TIME.formatTo(time, to.append(series).append('\t'));
      decimal(to.append('\t'), hundredths);
      to.append('\n');
    }
  };

  static final String MEASUREMENT = "room";
  static final String FIELD = "temp";

  private static final DateTimeFormatter SQL_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSX", Locale.ROOT);

  abstract void append(StringBuilder to, int series, long timeMillis, int hundredths);

  /** The name of a series' sensor. */
  public static String sensor(int series) {
    return "s%07d".formatted(series);
  }

  static String decimal(int hundredths) {
    var text = new StringBuilder();
    decimal(text, hundredths);
    return text.toString();
  }

  /** A value as it is written: without trailing zeros. */
  static void decimal(StringBuilder to, int hundredths) {
    int magnitude = Math.abs(hundredths);
    to.append(hundredths < 0 ? "-" : "").append(magnitude / 100);
    int rest = magnitude % 100;
    if (rest != 0) {
      to.append('.').append(rest / 10);
      to.append(rest % 10 == 0 ? "" : Integer.toString(rest % 10));
    }
  }
}
