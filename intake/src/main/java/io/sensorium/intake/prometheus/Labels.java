package io.sensorium.intake.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.intake.series.SentSeries.SensorName;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labels of a series: {@code __name__} is the source, all others name the sensor, such as
 * {@code instance="pi:9100",job="node"}.
 */
final class Labels {

  /** The sensor of series that have no label beside their name. */
  static final String NO_LABELS = "prometheus";

  private static final String METRIC_NAME = "__name__";
  private static final int NAME = (1 << 3) | ProtoReader.LENGTH_DELIMITED;
  private static final int VALUE = (2 << 3) | ProtoReader.LENGTH_DELIMITED;

  private final byte[] bytes;
  private final ProtoReader reader;

  Labels(byte[] bytes) {
    this.bytes = bytes;
    this.reader = new ProtoReader(bytes);
  }

  /** The sensor that the labels name; its subject is the metric's name, empty without one. */
  SensorName read(int from, int to) {
    var labels = new TreeMap<String, String>();
    reader.moveTo(from);
    while (reader.at() < to) {
      reader.tag(to);
      readLabel(labels, reader.endOfField(to));
    }
    var metric = labels.remove(METRIC_NAME);
    return new SensorName(serialOf(labels), null, metric == null ? "" : metric);
  }

  private void readLabel(Map<String, String> labels, int end) {
    var name = "";
    var value = "";
    while (reader.at() < end) {
      int tag = reader.tag(end);
      if (tag == NAME) {
        name = text(end);
      } else if (tag == VALUE) {
        value = text(end);
      } else {
        reader.skip(tag, end);
      }
    }
    labels.put(name, value);
  }

  private String text(int end) {
    int textEnd = reader.endOfField(end);
    var text = new String(bytes, reader.at(), textEnd - reader.at(), UTF_8);
    reader.moveTo(textEnd);
    return text;
  }

  private static String serialOf(Map<String, String> labels) {
    if (labels.isEmpty()) {
      return NO_LABELS;
    }
    var serial = new StringBuilder();
    labels.forEach(
        (name, value) ->
            serial
                .append(serial.isEmpty() ? "" : ",")
                .append(name)
                .append("=\"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"'));
    return serial.toString();
  }
}
