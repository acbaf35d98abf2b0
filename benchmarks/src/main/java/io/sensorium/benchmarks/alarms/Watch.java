package io.sensorium.benchmarks.alarms;

import io.sensorium.benchmarks.peers.SensorAccount;
import io.sensorium.benchmarks.pipeline.LeanHttp;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One user's gateway with motes, and what the user sees of it. */
final class Watch {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int ROWS = 5_000;
  private static final int HUMIDITY = 0;

  private final LeanHttp http;
  private final SensorAccount account;
  private final Map<String, Long> sources = new HashMap<>();

  Watch(LeanHttp http, SensorAccount account) {
    this.http = http;
    this.account = account;
  }

  /** The gateway tells of a sensor with a source. */
  void pair(String serial, String quantity, Duration interval) throws IOException {
    var sensor = JSON.createObjectNode().put("serial", serial);
    sensor
        .putArray("sources")
        .addObject()
        .put("serial", quantity)
        .put("type", quantity)
        .put("interval", interval.toSeconds());
    var made = account.sendAsGateway(http, "/gateway/v1/sensors", sensor.toString());
    sources.put(serial, made.required("sources").required(HUMIDITY).required("id").asLong());
  }

  long source(String serial) {
    var id = sources.get(serial);
    if (id == null) {
      throw new IllegalArgumentException("not paired: " + serial);
    }
    return id;
  }

  /** Uploads rows, in as many batches as it takes. */
  void upload(String serial, String quantity, List<Row> rows) throws IOException {
    for (int from = 0; from < rows.size(); from += ROWS) {
      var part = rows.subList(from, Math.min(rows.size(), from + ROWS));
      var body = JSON.createObjectNode();
      var list = body.putArray("measurements");
      for (var row : part) {
        list.addObject()
            .put("sensor", serial)
            .put("source", quantity)
            .put("date", row.date().toEpochMilli())
            .put("value", row.value());
      }
      account.sendAsGateway(http, "/gateway/v1/measurements", body.toString());
    }
  }

  JsonNode call(String target, String form) throws IOException {
    return form.isEmpty() ? account.get(http, target) : account.post(http, target, form);
  }

  /** When an alarm would have triggered, had it been there all the time. */
  List<Instant> tryOut(String serial, AlarmRule rule, Instant from, Instant to) throws IOException {
    var form = rule.form(source(serial)) + "&from=%s&to=%s".formatted(from, to);
    return triggers(call("/v1/alarms/dry_run", form).required("dry_run").required("logs"));
  }

  /** The dates of those lines of a log that tell of a trigger. */
  static List<Instant> triggers(JsonNode logs) {
    var triggers = new ArrayList<Instant>();
    for (var line : logs) {
      if (line.required("event").asString().equals("triggered")) {
        triggers.add(ApiDates.parse(line.required("date").asString()));
      }
    }
    return triggers;
  }
}
