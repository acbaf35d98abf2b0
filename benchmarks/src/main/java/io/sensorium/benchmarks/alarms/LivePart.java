package io.sensorium.benchmarks.alarms;

import io.sensorium.benchmarks.alarms.Mote.Event;
import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.report.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The minutes about each mote's first event (and as many of motes without one), uploaded minute by
 * minute beside alarms that are set, up to the callbacks that arrive.
 *
 * @param verdicts by what the callbacks told
 * @param logged triggers and recoveries in the alarms' own logs
 * @param delivered messages of them
 * @param genuine messages whose signature the independent library accepts
 * @param slowestMillis from the start of the upload that decided a message to its arrival
 */
record LivePart(
    List<Verdict> verdicts, int logged, int delivered, int genuine, double slowestMillis) {

  private static final int BEFORE = 12;
  private static final int AFTER = 24;
  private static final int MINUTE = 12;

  /** How far ahead of the clock a row may be is 10 min; a reserve is left. */
  private static final Duration AHEAD = Duration.ofSeconds(570);

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);

  /** An upload of all motes. */
  private record Round(Instant last, long startNanos) {}

  LivePart {
    verdicts = List.copyOf(verdicts);
  }

  static int steps(List<Mote> motes) {
    return Math.ceilDiv(longest(parts(motes)), MINUTE);
  }

  static LivePart run(
      List<Mote> motes, Watch watch, Operator operator, AlarmRule rule, Progress bar)
      throws IOException, InterruptedException {
    var parts = parts(motes);
    try (var receiver = new HookReceiver()) {
      var hook = watch.call("/v1/callbacks", "url=" + receiver.url() + "&type=2");
      receiver.expect(hook.required("callback").required("secret").asString());
      for (var part : parts) {
        watch.call("/v1/alarms", rule.form(watch.source(part.serial())));
      }
      var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
      var rounds = upload(parts, start, watch, bar);
      operator.awaitAnalysis();
      int logged = awaitMessages(watch, receiver);
      return judge(parts, start, rule, rounds, receiver.messages(), logged);
    }
  }

  private static List<Mote> parts(List<Mote> motes) {
    var usual =
        motes.stream()
            .flatMap(mote -> mote.events().stream())
            .findFirst()
            .orElseThrow(() -> new BenchException("the recordings have no event"));
    return motes.stream()
        .map(mote -> around(mote, mote.events().isEmpty() ? usual : mote.events().getFirst()))
        .toList();
  }

  private static Mote around(Mote mote, Event event) {
    return mote.part(Math.max(0, event.first() - BEFORE), event.end() + AFTER);
  }

  private static int longest(List<Mote> motes) {
    return motes.stream().mapToInt(mote -> mote.humidities().size()).max().orElse(0);
  }

  private static List<Round> upload(List<Mote> parts, Instant start, Watch watch, Progress bar)
      throws IOException, InterruptedException {
    var rounds = new ArrayList<Round>();
    for (int from = 0; from < longest(parts); from += MINUTE) {
      var last = start.plus(Mote.STEP.multipliedBy(from + MINUTE - 1));
      long waitMillis = Duration.between(Instant.now(), last.minus(AHEAD)).toMillis();
      Thread.sleep(Math.max(0, waitMillis));
      rounds.add(new Round(last, System.nanoTime()));
      for (var part : parts) {
        watch.upload(part.serial(), "humi", rows(part, start, from, from + MINUTE));
      }
      bar.advance();
    }
    return rounds;
  }

  static List<Row> rows(Mote mote, Instant start, int from, int to) {
    var rows = new ArrayList<Row>();
    for (int i = from; i < Math.min(to, mote.humidities().size()); i++) {
      rows.add(new Row(start.plus(Mote.STEP.multipliedBy(i)), mote.humidities().get(i)));
    }
    return rows;
  }

  /** How many lines the logs have, once as many messages came or none comes any more. */
  private static int awaitMessages(Watch watch, HookReceiver receiver)
      throws IOException, InterruptedException {
    var patience = Instant.now().plus(PATIENCE);
    int logged = watch.call("/v1/alarms/history", "").required("logs").size();
    while (receiver.messages().size() < logged && Instant.now().isBefore(patience)) {
      Thread.sleep(POLL);
    }
    return logged;
  }

  private static LivePart judge(
      List<Mote> parts,
      Instant start,
      AlarmRule rule,
      List<Round> rounds,
      List<HookReceiver.Message> messages,
      int logged) {
    var verdicts = new ArrayList<Verdict>();
    for (var part : parts) {
      var triggers =
          messages.stream()
              .map(HookReceiver.Message::json)
              .filter(json -> json.required("event_type").asString().equals("alarm.triggered"))
              .filter(json -> sensorOf(json).equals(part.serial()))
              .map(json -> ApiDates.parse(json.required("timestamp").asString()))
              .toList();
      verdicts.add(Verdict.of(part, start, triggers, rule));
    }
    int genuine = (int) messages.stream().filter(HookReceiver.Message::genuine).count();
    double slowest =
        messages.stream().mapToDouble(message -> millis(message, rounds)).max().orElse(0);
    return new LivePart(verdicts, logged, messages.size(), genuine, slowest);
  }

  private static String sensorOf(JsonNode message) {
    return message.required("data").required("sensor").required("serial").asString();
  }

  private static double millis(HookReceiver.Message message, List<Round> rounds) {
    var at = ApiDates.parse(message.json().required("timestamp").asString());
    var decided =
        rounds.stream().filter(round -> !round.last().isBefore(at)).findFirst().orElseThrow();
    return (message.nanos() - decided.startNanos()) / 1e6;
  }
}
